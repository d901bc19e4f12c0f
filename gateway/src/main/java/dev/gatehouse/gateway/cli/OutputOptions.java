package dev.gatehouse.gateway.cli;

import dev.gatehouse.gateway.cli.manifest.IntendedReader;
import dev.gatehouse.model.resource.ObjectMeta;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where made objects go. */
final class OutputOptions {

    @Option(
            names = "--namespace",
            paramLabel = "NAMESPACE",
            defaultValue = ObjectMeta.DEFAULT_NAMESPACE,
            description = "Where the objects stand (default: ${DEFAULT-VALUE}).")
    private String namespace = ObjectMeta.DEFAULT_NAMESPACE;

    @Option(
            names = "--output-dir",
            paramLabel = "DIR",
            description = "Write each object into a file of its own below this folder, over none that is there"
                    + " (default: print them).")
    private @Nullable Path outputDir;

    @Option(
            names = "--target",
            paramLabel = "directory|kubernetes",
            defaultValue = "directory",
            description = "Who will read the manifests: a gateway that serves a folder, or an API server"
                    + " (default: ${DEFAULT-VALUE}).")
    private IntendedReader target = IntendedReader.DIRECTORY;

    String namespace() {
        return namespace;
    }

    @Nullable
    Path outputDir() {
        return outputDir;
    }

    IntendedReader target() {
        return target;
    }
}
