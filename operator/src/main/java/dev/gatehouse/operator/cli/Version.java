package dev.gatehouse.operator.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints: that of the jar, with the Java it runs on. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        @Nullable String ofJar = OperatorCommand.class.getPackage().getImplementationVersion();
        return new String[] {
            "gatehouse-operator " + (ofJar == null ? "(not packaged)" : ofJar) + ", Java "
                    + Runtime.version().feature()
        };
    }
}
