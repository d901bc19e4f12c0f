package dev.gatehouse.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version of this build, which the build writes beside the classes: callers, upstreams and users are told this one. */
public final class BuildVersion {

    private static final String RESOURCE = "build.properties";

    private BuildVersion() {}

    /** @throws IllegalStateException when these classes were not built by the project's build */
    public static String read() {
        var properties = new Properties();
        try (InputStream in = BuildVersion.class.getResourceAsStream(RESOURCE)) {
            if (in != null) {
                properties.load(in);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String version = properties.getProperty("version");
        if (version == null) {
            throw new IllegalStateException("the build wrote no version into " + RESOURCE);
        }
        return version;
    }
}
