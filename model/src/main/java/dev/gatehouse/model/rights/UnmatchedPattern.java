package dev.gatehouse.model.rights;

/**
 * A pattern of a rule that matches nothing of what its server offers: a typing error, mostly, or a tool that is gone.
 *
 * @param path where the pattern stands, such as {@code spec.rules[1].tools[0]}
 * @param certain false: what the server offers is not known at present, and this would be true if nothing matched
 * @param message a sentence that says what to do; for the same pattern at the same place always the same
 */
public record UnmatchedPattern(String path, boolean certain, String message) {}
