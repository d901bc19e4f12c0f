package dev.gatehouse.gateway.cli;

import dev.gatehouse.gateway.BuildVersion;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints: that of the build, with the Java it runs on. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {
            "gatehouse " + BuildVersion.read() + ", Java " + Runtime.version().feature()
        };
    }
}
