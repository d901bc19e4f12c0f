package dev.gatehouse.examples.demo;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** Remembers the last {@value #CAPACITY} requests and calls. Safe for concurrent use. */
final class Journal {

    static final int CAPACITY = 1_000;

    private final Deque<HttpMessage> requests = new ArrayDeque<>();
    private final Deque<Call> calls = new ArrayDeque<>();

    synchronized void received(HttpMessage message) {
        append(requests, message);
    }

    synchronized void ran(String method, String name, Map<String, Object> arguments) {
        append(calls, new Call(method, name, arguments));
    }

    synchronized List<HttpMessage> requests() {
        return List.copyOf(requests);
    }

    synchronized List<Call> calls() {
        return List.copyOf(calls);
    }

    synchronized void clear() {
        requests.clear();
        calls.clear();
    }

    private static <T> void append(Deque<T> entries, T entry) {
        if (entries.size() == CAPACITY) {
            entries.removeFirst();
        }
        entries.addLast(entry);
    }
}
