package dev.gatehouse.operator.chart;

import dev.gatehouse.testbed.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The chart in this checkout, as a release {@code gatehouse} would have it. */
public final class Chart {

    public static final String RELEASE = "gatehouse";
    static final String NAMESPACE = "gatehouse-system";

    private final Helm helm;
    private final String folder = Repository.resolve("charts/gatehouse").toString();

    public Chart(Helm helm) {
        this.helm = helm;
    }

    /** Sets of values that stand for the ways to run it; they are not part of the package. */
    static List<Path> sampleValues() {
        try (var files = Files.list(Repository.resolve("charts/gatehouse/ci"))) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Helm.Result lint(Path values) {
        return helm.run(List.of("lint", "--strict", folder, "--values", values.toString()));
    }

    Rendered render(Path values) {
        return Rendered.of(template("--values", values.toString()).orThrow().output());
    }

    /** @param values such as {@code gateway.replicas=3} */
    public Rendered render(String... values) {
        return Rendered.of(
                template(set(values).toArray(String[]::new)).orThrow().output());
    }

    Helm.Result template(String... flags) {
        var arguments = new ArrayList<>(List.of("template", RELEASE, folder, "--namespace", NAMESPACE));
        arguments.addAll(List.of(flags));
        return helm.run(arguments);
    }

    public void install(String namespace, String... values) {
        release("install", namespace, values);
    }

    void upgrade(String namespace, String... values) {
        release("upgrade", namespace, values);
    }

    public void uninstall(String namespace) {
        helm.run(List.of("uninstall", RELEASE, "--namespace", namespace)).orThrow();
    }

    /** What is installed there. */
    public Rendered installed(String namespace) {
        return Rendered.of(helm.run(List.of("get", "manifest", RELEASE, "--namespace", namespace))
                .orThrow()
                .output());
    }

    /** What Helm tells whoever installed it. */
    String notes(String namespace) {
        return helm.run(List.of("get", "notes", RELEASE, "--namespace", namespace))
                .orThrow()
                .output();
    }

    private void release(String verb, String namespace, String... values) {
        var arguments = new ArrayList<>(List.of(verb, RELEASE, folder, "--namespace", namespace));
        arguments.addAll(set(values));
        helm.run(arguments).orThrow();
    }

    private static List<String> set(String... values) {
        var flags = new ArrayList<String>();
        for (String value : values) {
            flags.addAll(List.of("--set", value));
        }
        return flags;
    }
}
