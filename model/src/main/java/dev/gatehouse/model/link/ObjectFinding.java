package dev.gatehouse.model.link;

import dev.gatehouse.model.resource.ResourceKey;

/**
 * A mistake in an object of the cluster, or an oddity, as admins read it at a gateway.
 *
 * @param error false: a warning, and the object is in force
 * @param reason in one word, such as {@code SecretNotFound}
 * @param path of the field within the object, empty for the whole
 * @param message a sentence that says what to do; never holds a secret
 */
public record ObjectFinding(ResourceKey object, boolean error, String reason, String path, String message) {

    /** Of a message, in characters; the same as in a status. */
    public static final int LONGEST_MESSAGE = 1_024;

    /** Of a path, in characters. */
    public static final int LONGEST_PATH = 256;

    /** With what is too long cut off. */
    public static ObjectFinding cut(ResourceKey object, boolean error, String reason, String path, String message) {
        return new ObjectFinding(object, error, reason, cut(path, LONGEST_PATH), cut(message, LONGEST_MESSAGE));
    }

    public ObjectFinding {
        if (message.length() > LONGEST_MESSAGE || path.length() > LONGEST_PATH) {
            throw new IllegalArgumentException("a finding is longer than findings are told");
        }
    }

    private static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = longest - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
    }
}
