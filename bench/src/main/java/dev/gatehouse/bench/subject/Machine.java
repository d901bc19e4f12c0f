package dev.gatehouse.bench.subject;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What a figure was measured on. */
public final class Machine {

    private Machine() {}

    public static String describe() {
        return "%d cores (%s), %s %s, JDK %s, load average %s"
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        firstLine(Path.of("/proc/cpuinfo"), "model name"),
                        System.getProperty("os.name"),
                        System.getProperty("os.version"),
                        Runtime.version(),
                        firstLine(Path.of("/proc/loadavg"), ""));
    }

    private static String firstLine(Path file, String start) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(start))
                    .findFirst()
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .orElse("unknown");
        } catch (IOException e) {
            return "unknown";
        }
    }
}
