package dev.gatehouse.examples.walkthrough;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** Tells the story line by line and remembers what did not go as told. Not thread-safe. */
final class Narrator {

    private final PrintStream out;
    private final List<String> surprises = new ArrayList<>();

    Narrator(PrintStream out) {
        this.out = out;
    }

    void chapter(String title) {
        out.println();
        out.println(title);
    }

    void say(String label, Object text) {
        out.printf("   %-32s %s%n", label, text);
    }

    void quote(String text) {
        text.lines().forEach(line -> out.println("   " + line));
    }

    /** Shows what came back, and minds when it is not what the manifests say. */
    void check(String label, Object seen, boolean expected) {
        say(label, expected ? seen : seen + "   <-- NOT what the manifests say");
        if (!expected) {
            surprises.add(label + ": " + seen);
        }
    }

    List<String> surprises() {
        return List.copyOf(surprises);
    }
}
