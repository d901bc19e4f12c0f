package dev.gatehouse.bench.subject;

import java.util.List;

/** What a thread of a JVM does, told by its name as the kernel has it. */
public enum ThreadKind {
    /** Runs Java: the only threads that have stacks to show. */
    JAVA("Java threads"),
    COLLECTOR("garbage collection"),
    JIT("compilation by the JIT"),
    /** Works for the measurement itself. */
    RECORDER("flight recorder"),
    VIRTUAL_MACHINE("the JVM's own threads");

    private static final List<String> COLLECTORS =
            List.of("GC Thread", "G1 ", "Shenandoah", "ZWorker", "ZDriver", "VM Thread");
    private static final List<String> COMPILERS = List.of("C1 Compiler", "C2 Compiler", "Sweeper");
    private static final List<String> RECORDERS = List.of("JFR ", "Attach Listener");
    private static final List<String> OTHERS =
            List.of("VM Periodic", "Signal Dispatch", "Service Thread", "Monitor Deflat", "Notification Th");

    private final String title;

    ThreadKind(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    static ThreadKind of(String name) {
        if (starts(name, COLLECTORS)) {
            return COLLECTOR;
        }
        if (starts(name, COMPILERS)) {
            return JIT;
        }
        if (starts(name, RECORDERS)) {
            return RECORDER;
        }
        return starts(name, OTHERS) ? VIRTUAL_MACHINE : JAVA;
    }

    private static boolean starts(String name, List<String> beginnings) {
        return beginnings.stream().anyMatch(name::startsWith);
    }
}
