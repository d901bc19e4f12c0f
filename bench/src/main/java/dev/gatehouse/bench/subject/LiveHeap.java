package dev.gatehouse.bench.subject;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** What is reachable in the heap of another JVM, as its class histogram totals it after a full collection. */
public record LiveHeap(long bytes) {

    public static LiveHeap of(long pid) {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        try {
            Process process = new ProcessBuilder(jcmd, Long.toString(pid), "GC.class_histogram")
                    .redirectErrorStream(true)
                    .start();
            try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
                String total = output.lines()
                        .filter(line -> line.startsWith("Total"))
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException("jcmd gave no histogram of process " + pid));
                return new LiveHeap(Long.parseLong(total.trim().split("\\s+", -1)[2]));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot run jcmd", e);
        }
    }

    public double mebibytes() {
        return bytes / 1048576.0;
    }
}
