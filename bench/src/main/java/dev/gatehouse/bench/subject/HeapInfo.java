package dev.gatehouse.bench.subject;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How much memory another JVM has taken from the system for its heap, used or not. */
public record HeapInfo(long committedKib) {

    /** Collectors differ in their words; the first figure after this one is what has been taken. */
    private static final Pattern COMMITTED = Pattern.compile("(?:committed|total) (\\d+)K");

    public static HeapInfo of(long pid) {
        return parse(new Jcmd(pid).run("GC.heap_info"));
    }

    static HeapInfo parse(List<String> lines) {
        Matcher matcher = COMMITTED.matcher(String.join("\n", lines));
        if (!matcher.find()) {
            throw new IllegalStateException("jcmd gave no size of the heap: " + String.join("\n", lines));
        }
        return new HeapInfo(Long.parseLong(matcher.group(1)));
    }

    public double committedMebibytes() {
        return committedKib / 1024.0;
    }
}
