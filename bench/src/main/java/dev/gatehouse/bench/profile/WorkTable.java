package dev.gatehouse.bench.profile;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which package does which work. A stack belongs to the innermost frame whose class has a name here, so that a look-up in a
 * map counts as the work of whoever looks up; the longest prefix wins. A package that is renamed is one line to change.
 */
record WorkTable(List<Entry> entries) {

    /** Whoever is found in no line. */
    static final String UNNAMED = "(unnamed)";

    static final WorkTable GATEWAY = new WorkTable(List.of(
            entry("dev.gatehouse.gateway.door.", "door"),
            entry("dev.gatehouse.gateway.limits.", "door"),
            entry("dev.gatehouse.gateway.mcp.", "codec"),
            entry("dev.gatehouse.gateway.dialect.", "dialect"),
            entry("dev.gatehouse.gateway.plan.", "plan"),
            entry("dev.gatehouse.model.", "plan: decision (model)"),
            entry("dev.gatehouse.gateway.access.", "access: who is it"),
            entry("dev.gatehouse.gateway.session.", "session"),
            entry("dev.gatehouse.gateway.ledger.", "ledger"),
            entry("dev.gatehouse.gateway.audit.", "ledger: audit"),
            entry("dev.gatehouse.gateway.metrics.", "ledger: metrics"),
            entry("dev.gatehouse.gateway.relay.", "relay"),
            entry("dev.gatehouse.gateway.catalogue.", "catalogue"),
            entry("dev.gatehouse.gateway.upstream.", "upstream"),
            entry("dev.gatehouse.gateway.channel.", "upstream"),
            entry("dev.gatehouse.gateway.api.", "api"),
            entry("dev.gatehouse.", "rest of the gateway"),
            entry("io.undertow.server.protocol.", "Undertow: server's HTTP"),
            entry("io.undertow.conduits.", "Undertow: server's HTTP"),
            entry("io.undertow.server.", "Undertow: exchange and handlers"),
            entry("io.undertow.io.", "Undertow: exchange and handlers"),
            entry("io.undertow.client.", "Undertow: client's HTTP"),
            entry("org.xnio.", "XNIO: events and channels"),
            entry("sun.nio.ch.", "JDK: sockets and files"),
            entry("sun.nio.fs.", "JDK: sockets and files"),
            entry("sun.net.", "JDK: sockets and files"),
            entry("java.net.", "JDK: sockets and files"),
            entry("jdk.internal.net.http.", "JDK: HTTP client"),
            entry("com.fasterxml.jackson.", "Jackson"),
            entry("ch.qos.logback.", "log"),
            entry("java.util.concurrent.ForkJoinPool", "JDK: pools of threads"),
            entry("java.util.concurrent.ThreadPoolExecutor", "JDK: pools of threads")));

    WorkTable {
        entries = entries.stream()
                .sorted(Comparator.comparingInt(entry -> -entry.prefix.length()))
                .toList();
    }

    /** @param prefix of the names of classes, with its dot at the end when it is a package */
    record Entry(String prefix, String work) {}

    /** What a stack was found to be: the work, and the method of it that stands innermost. */
    record Match(String work, String method) {}

    static Entry entry(String prefix, String work) {
        return new Entry(prefix, work);
    }

    /** @param stack innermost method first, as {@code package.Class.method} */
    Match match(List<String> stack) {
        return stack.stream()
                .flatMap(method -> of(method).stream())
                .findFirst()
                .orElseGet(() -> new Match(UNNAMED, stack.isEmpty() ? "(no stack)" : stack.getFirst()));
    }

    private Optional<Match> of(String method) {
        return entries.stream()
                .filter(entry -> method.startsWith(entry.prefix))
                .findFirst()
                .map(entry -> new Match(entry.work, method));
    }
}
