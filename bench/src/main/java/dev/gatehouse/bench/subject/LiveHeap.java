package dev.gatehouse.bench.subject;

/** What is reachable in the heap of another JVM, as its class histogram totals it after a full collection. */
public record LiveHeap(long bytes) {

    public static LiveHeap of(long pid) {
        String total = new Jcmd(pid)
                .run("GC.class_histogram").stream()
                        .filter(line -> line.startsWith("Total"))
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException("jcmd gave no histogram of process " + pid));
        return new LiveHeap(Long.parseLong(total.trim().split("\\s+", -1)[2]));
    }

    public double mebibytes() {
        return bytes / 1048576.0;
    }
}
