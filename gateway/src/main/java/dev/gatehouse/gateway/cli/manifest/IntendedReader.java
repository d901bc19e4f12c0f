package dev.gatehouse.gateway.cli.manifest;

import dev.gatehouse.model.translate.Environment;
import java.util.Locale;

/** Who will read the manifests. */
public enum IntendedReader {
    /** A gateway that serves a folder: it replaces variables, and may read tokens from files and variables. */
    DIRECTORY(Environment.DIRECTORY),
    /** An API server: it takes every string as it stands, and knows no file or variable of this machine. */
    KUBERNETES(Environment.CLUSTER);

    private final Environment environment;

    IntendedReader(Environment environment) {
        this.environment = environment;
    }

    Environment environment() {
        return environment;
    }

    /** The string of a manifest that this reader takes for {@code text}. */
    String escape(String text) {
        return switch (this) {
            case DIRECTORY -> text.replace("${", "$${");
            case KUBERNETES -> text;
        };
    }

    /** As the command line spells it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
