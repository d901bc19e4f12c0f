package dev.gatehouse.gateway.cli;

import dev.gatehouse.model.option.ProductVersion;
import picocli.CommandLine.IVersionProvider;

/** Of the jar that this command came in. */
final class Version implements IVersionProvider {

    static final ProductVersion OF_JAR =
            new ProductVersion(GatehouseCommand.class.getPackage().getImplementationVersion());

    @Override
    public String[] getVersion() {
        return new String[] {OF_JAR.line("gatehouse", Runtime.version().feature())};
    }
}
