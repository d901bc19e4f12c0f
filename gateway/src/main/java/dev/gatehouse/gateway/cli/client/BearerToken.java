package dev.gatehouse.gateway.cli.client;

/** A user's token on its way into a header; prints nothing of itself. */
final class BearerToken {

    /** As many characters as a gateway reads. */
    static final int MAX_LENGTH = 4096;

    private final String text;

    private BearerToken(String text) {
        this.text = text;
    }

    /** @throws IllegalArgumentException when no token looks like this; the message says why and shows nothing of it */
    static BearerToken of(String text) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("the token is empty");
        }
        if (text.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("the token is longer than " + MAX_LENGTH + " characters");
        }
        if (!text.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            throw new IllegalArgumentException("the token holds a space, a line break or something outside of ASCII");
        }
        return new BearerToken(text);
    }

    String authorization() {
        return "Bearer " + text;
    }

    @Override
    public String toString() {
        return "BearerToken[hidden]";
    }
}
