package dev.gatehouse.gateway.cli;

import dev.gatehouse.gateway.source.directory.LoadedFolder;
import dev.gatehouse.gateway.source.directory.ManifestFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** The folder that a command reads once. */
final class FolderArgument {

    @Spec(Target.MIXEE)
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "The folder of manifests.")
    private Path folder = Path.of("");

    @Mixin
    private SecretsFlag secrets = new SecretsFlag();

    Path path() {
        return folder;
    }

    LoadedFolder load(Map<String, String> environment, Clock clock) {
        if (spec == null) {
            throw new IllegalStateException("the command line is not parsed yet");
        }
        if (!Files.isDirectory(folder)) {
            throw new ParameterException(spec.commandLine(), "'" + folder + "' is not a folder");
        }
        return ManifestFolder.load(folder, environment, clock, secrets.missing());
    }
}
