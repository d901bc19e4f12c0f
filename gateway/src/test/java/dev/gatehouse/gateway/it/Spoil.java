package dev.gatehouse.gateway.it;

import java.util.function.UnaryOperator;

/** One way to spoil a message, under a sentence that names it. */
record Spoil(String sentence, UnaryOperator<String> edit) {

    /** Replaces {@code what}; a spoil that finds nothing to replace is noticed by the scene. */
    static Spoil replace(String sentence, String what, String by) {
        return new Spoil(sentence, body -> body.replace(what, by));
    }

    /** Puts {@code member} right behind the opening brace of the message. */
    static Spoil first(String sentence, String member) {
        return new Spoil(sentence, body -> "{" + member + "," + body.substring(1));
    }

    /** Puts {@code member} right before the closing brace of the message. */
    static Spoil last(String sentence, String member) {
        return new Spoil(sentence, body -> body.substring(0, body.length() - 1) + "," + member + "}");
    }

    /** Puts {@code member} in front of the members of {@code params}. */
    static Spoil inParams(String sentence, String member) {
        return replace(sentence, "\"params\":{", "\"params\":{" + member + ",");
    }

    @Override
    public String toString() {
        return sentence;
    }
}
