package dev.gatehouse.gateway.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints: that of the jar, with the Java it runs on. */
final class Version implements IVersionProvider {

    /** As the operator lists it. */
    static String ofJar() {
        @Nullable String version = GatehouseCommand.class.getPackage().getImplementationVersion();
        return version == null ? "unpackaged" : version;
    }

    @Override
    public String[] getVersion() {
        @Nullable String ofJar = GatehouseCommand.class.getPackage().getImplementationVersion();
        return new String[] {
            "gatehouse " + (ofJar == null ? "(not packaged)" : ofJar) + ", Java "
                    + Runtime.version().feature()
        };
    }
}
