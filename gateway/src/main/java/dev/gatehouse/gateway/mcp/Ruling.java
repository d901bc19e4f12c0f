package dev.gatehouse.gateway.mcp;

/** What becomes of a message that an event carries. */
public sealed interface Ruling {

    Ruling PASS = new Pass();
    Ruling DROP = new Drop();

    static Ruling passIf(boolean passes) {
        return passes ? PASS : DROP;
    }

    /** It goes on as it is. */
    record Pass() implements Ruling {}

    /** Nobody hears of it. */
    record Drop() implements Ruling {}

    /** It goes on with something in it replaced, by the offsets of the scanned message. */
    record Rewrite(SplicedBody change) implements Ruling {}
}
