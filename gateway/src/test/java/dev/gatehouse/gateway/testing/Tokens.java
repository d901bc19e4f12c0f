package dev.gatehouse.gateway.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Tokens strong enough for the gateway's taste, the same for the same name in every run. */
public final class Tokens {

    private Tokens() {}

    public static String of(String name) {
        return "tok-" + name + "-" + sha256("token of " + name).substring(0, 40);
    }

    public static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
