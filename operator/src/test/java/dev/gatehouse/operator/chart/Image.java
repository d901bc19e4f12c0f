package dev.gatehouse.operator.chart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.testbed.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a component's Dockerfile says about its process.
 *
 * @param linking the arguments of {@code jlink}, without where to
 * @param options of the JVM
 */
record Image(String component, List<String> linking, List<String> options, String mainClass) {

    private static final Pattern JLINK = Pattern.compile("(?m)^RUN jlink (.*?) --output /jre(.*)$");
    private static final Pattern ENTRYPOINT = Pattern.compile("(?m)^ENTRYPOINT (\\[.*])$");

    static Image of(String component) throws IOException {
        String text =
                Files.readString(Repository.resolve(component + "/Dockerfile")).replaceAll("\\\\\\R\\s*", "");
        JsonNode entryPoint =
                new ObjectMapper().readTree(found(ENTRYPOINT, text).group(1));
        Matcher jlink = found(JLINK, text);
        List<String> words = Rendered.texts(entryPoint);
        return new Image(
                component,
                List.of((jlink.group(1) + jlink.group(2)).strip().split("\\s+")),
                words.subList(1, words.indexOf("-cp")),
                words.getLast());
    }

    /** The command line in the image, with the jars that Maven has packaged in place of those in /app. */
    List<String> command(Path java, List<String> arguments) throws IOException {
        var command = new ArrayList<String>();
        command.add(java.toString());
        command.addAll(options);
        command.addAll(List.of("-cp", jar() + ":" + target().resolve("lib") + "/*", mainClass));
        command.addAll(arguments);
        return command;
    }

    /** The Dockerfile copies it by a pattern, which must match one file. */
    private Path jar() throws IOException {
        try (var jars = Files.newDirectoryStream(target(), "gatehouse-" + component + "-*.jar")) {
            var found = new ArrayList<Path>();
            jars.forEach(found::add);
            if (found.size() != 1) {
                throw new AssertionError("one jar is to be copied into the image, not " + found);
            }
            return found.getFirst();
        }
    }

    private Path target() {
        return Repository.resolve(component + "/target");
    }

    private static Matcher found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new AssertionError("the Dockerfile has no " + pattern);
        }
        return matcher;
    }
}
