package dev.gatehouse.model.access;

/** The answer of the {@link Decider}. */
public sealed interface Decision {

    /**
     * @param ruleSet where the granting rule stands: {@link RuleSet#INLINE} for the principal's own, or an allow-list such as
     *     {@code McpAllowList platform/read-only}
     * @param rule the index of the first granting rule in it
     */
    record Allowed(String ruleSet, int rule) implements Decision {}

    record Denied(Reason reason) implements Decision {}

    /** Why not. On the wire all of them look the same as "unknown". */
    enum Reason {
        /** No rule grants it. */
        NOT_GRANTED,
        /** A rule grants it and an exception takes it away. */
        EXCEPTED,
        /** A URI that different parsers read differently, which only an exact rule can grant. */
        AMBIGUOUS_URI
    }

    default boolean isAllowed() {
        return this instanceof Allowed;
    }
}
