package dev.gatehouse.gateway.cli;

import dev.gatehouse.gateway.BuildVersion;
import dev.gatehouse.model.option.ProductVersion;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints: that of the build, with the Java it runs on. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {
            new ProductVersion(BuildVersion.read())
                    .line("gatehouse", Runtime.version().feature())
        };
    }
}
