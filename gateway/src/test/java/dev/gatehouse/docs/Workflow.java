package dev.gatehouse.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** A workflow file of the examples as a tree: what a test asks of its jobs and of the shell in them. */
record Workflow(Map<?, ?> tree) {

    private static final Path EXAMPLE = Document.REPOSITORY.resolve("examples/pull-request-checks");

    static Workflow github() throws IOException {
        return read(EXAMPLE.resolve("github.yml"));
    }

    static Workflow gitlab() throws IOException {
        return read(EXAMPLE.resolve("gitlab.yml"));
    }

    static Workflow read(Path file) throws IOException {
        return parse(Files.readString(file));
    }

    static Workflow parse(String text) {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        return new Workflow(map(new Yaml(new SafeConstructor(options)).load(text)));
    }

    /** What stands at {@code path}; fails when there is nothing. */
    Object at(Object... path) {
        Object here = tree;
        for (Object step : path) {
            Object next = map(here).get(step);
            if (next == null) {
                throw new IllegalArgumentException("there is no " + step + " in " + here);
            }
            here = next;
        }
        return here;
    }

    Map<?, ?> mapAt(Object... path) {
        return map(at(path));
    }

    /** GitHub: the steps of all jobs. */
    Stream<Map<?, ?>> steps() {
        return mapAt("jobs").values().stream()
                .flatMap(job -> list(map(job).get("steps")).stream().map(Workflow::map));
    }

    /** GitHub: the shell of the step called {@code name}. */
    String run(String name) {
        return steps().filter(step -> name.equals(step.get("name")))
                .map(step -> String.valueOf(step.get("run")))
                .findFirst()
                .orElseThrow();
    }

    /** GitLab: the shell of a job. */
    String script(String job) {
        return String.join(
                "\n", list(at(job, "script")).stream().map(String::valueOf).toList());
    }

    static Map<?, ?> map(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw new IllegalArgumentException("not a map: " + value);
    }

    private static List<?> list(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return list;
        }
        throw new IllegalArgumentException("not a list: " + value);
    }
}
