package dev.gatehouse.bench.subject;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How JVM targets are started: this JDK, this class path, the same options for all of them.
 *
 * @param options of the JVM, such as {@code -Xmx256m}
 */
public record Jvm(List<String> options) {

    /** The options that {@code bin/gatehouse} gives, and which of several log configurations on this class path counts. */
    public static final Jvm LAUNCHED = new Jvm(List.of(
            "-XX:+UseCompactObjectHeaders",
            "-XX:+ExitOnOutOfMemoryError",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Dlogback.configurationFile=logback.xml"));

    public Jvm {
        options = List.copyOf(options);
    }

    public List<String> command(String mainClass, List<String> arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(mainClass);
        command.addAll(arguments);
        return command;
    }

    public Jvm with(String... more) {
        var all = new ArrayList<>(options);
        all.addAll(List.of(more));
        return new Jvm(all);
    }
}
