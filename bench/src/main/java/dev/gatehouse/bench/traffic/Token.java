package dev.gatehouse.bench.traffic;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/** The bearer token of one caller. The same for the same number, so that a server can be told of it beforehand. */
public record Token(String value) {

    /** Known to the plain proxies as one that may not pass. */
    public static final Token BARRED = of("barred");

    public static Token of(int caller) {
        return of("caller " + caller);
    }

    /** One that is not any caller's, for measurements that change it. */
    public static Token rotated(int turn) {
        return of("turn " + turn);
    }

    private static Token of(String seed) {
        byte[] bytes = sha256().digest(("bench token of " + seed).getBytes(StandardCharsets.UTF_8));
        return new Token(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    public String header() {
        return "Bearer " + value;
    }

    public String sha256Hex() {
        return HexFormat.of().formatHex(sha256().digest(value.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public String toString() {
        return "Token[…]";
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
