package dev.gatehouse.examples.demo;

import java.util.concurrent.atomic.AtomicReference;

/** The one thing that changes: a notice board that clients read and may subscribe to. */
final class Board {

    static final String URI = "note://board";

    private final AtomicReference<String> text = new AtomicReference<>("Welcome to the demo server.");

    String text() {
        return text.get();
    }

    void write(String next) {
        text.set(next);
    }
}
