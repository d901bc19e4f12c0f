package dev.gatehouse.gateway.cli;

import dev.gatehouse.gateway.source.directory.MissingSecrets;
import picocli.CommandLine.Option;

/** For commands that judge manifests where the secrets are not. */
final class SecretsFlag {

    @Option(
            names = "--assume-secrets",
            description = "Take Secrets, variables and token files that are not here as if they were.")
    private boolean assume;

    MissingSecrets missing() {
        return assume ? MissingSecrets.ASSUMED : MissingSecrets.REPORTED;
    }
}
