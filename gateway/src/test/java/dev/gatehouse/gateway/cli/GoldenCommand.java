package dev.gatehouse.gateway.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;

/** One case of {@link IdentityGoldenTest}. */
record GoldenCommand(Path folder) {

    private static final String IN = "in";
    private static final String OUT = "out";

    String[] arguments() throws IOException {
        return Files.readAllLines(folder.resolve("arguments.txt")).toArray(String[]::new);
    }

    /** Copies the input to the folder that the command will run in. */
    void prepare(Path here) throws IOException {
        Files.createDirectories(here);
        for (Path file : files(folder.resolve(IN))) {
            Path target = here.resolve(folder.resolve(IN).relativize(file));
            Files.createDirectories(target.resolveSibling(""));
            Files.copy(file, target);
        }
    }

    ProcessContext process(Path here) throws IOException {
        Path in = folder.resolve("stdin.txt");
        byte[] stdin = Files.exists(in) ? Files.readAllBytes(in) : new byte[0];
        return new ProcessContext(environment(), new ByteArrayInputStream(stdin), here, new SplittableRandom(1));
    }

    /** The files that the command has added or changed. */
    Map<String, String> written(Path here) throws IOException {
        var written = new TreeMap<String, String>();
        for (Path file : files(here)) {
            Path name = here.relativize(file);
            Path before = folder.resolve(IN).resolve(name);
            if (!Files.exists(before) || Files.mismatch(before, file) >= 0) {
                written.put(OUT + "/" + name, Files.readString(file));
            }
        }
        return written;
    }

    Map<String, String> expected() throws IOException {
        var expected = new TreeMap<String, String>();
        for (String file : List.of("stdout.yaml", "stderr.txt")) {
            expected.put(file, Files.readString(folder.resolve(file)));
        }
        for (Path file : files(folder.resolve(OUT))) {
            expected.put(folder.relativize(file).toString(), Files.readString(file));
        }
        return expected;
    }

    void expect(Map<String, String> actual) throws IOException {
        for (Path old : files(folder.resolve(OUT))) {
            Files.delete(old);
        }
        for (Map.Entry<String, String> file : actual.entrySet()) {
            Path target = folder.resolve(file.getKey());
            Files.createDirectories(target.resolveSibling(""));
            Files.writeString(target, file.getValue());
        }
    }

    private Map<String, String> environment() throws IOException {
        var environment = new HashMap<String, String>();
        Path file = folder.resolve("environment.txt");
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file)) {
                int equals = line.indexOf('=');
                environment.put(line.substring(0, equals), line.substring(equals + 1));
            }
        }
        return environment;
    }

    private static List<Path> files(Path folder) {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
