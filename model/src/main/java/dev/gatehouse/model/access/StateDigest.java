package dev.gatehouse.model.access;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The digest of a configuration, 256 bits, most significant word first: the sum, modulo 2^256, of the SHA-256 of the
 * canonical form of each of its entries. A sum does not depend on an order and can be taken back, so that a change costs
 * as much as what changes.
 *
 * <p>It finds drift between two ends that mean well: a lost, doubled or garbled entry. It is no defence against forgery,
 * as somebody who chooses entries freely can steer a sum; the link's mutual TLS is.
 */
public record StateDigest(long a, long b, long c, long d) {

    public static final StateDigest EMPTY = new StateDigest(0, 0, 0, 0);

    private static final HexFormat HEX = HexFormat.of();

    /** The digest of one entry, given its canonical form. */
    public static StateDigest ofEntry(byte[] canonical) {
        byte[] hash = sha256().digest(canonical);
        return new StateDigest(word(hash, 0), word(hash, 8), word(hash, 16), word(hash, 24));
    }

    /** Parses what {@link #hex()} gives. */
    public static StateDigest parse(String hex) {
        byte[] bytes = HEX.parseHex(hex);
        if (bytes.length != 32) {
            throw new IllegalArgumentException("a state digest has 64 hexadecimal digits");
        }
        return new StateDigest(word(bytes, 0), word(bytes, 8), word(bytes, 16), word(bytes, 24));
    }

    public StateDigest plus(StateDigest other) {
        long low = d + other.d;
        long carry = carry(d, 0, low);
        long third = c + other.c + carry;
        carry = carry(c, carry, third);
        long second = b + other.b + carry;
        carry = carry(b, carry, second);
        return new StateDigest(a + other.a + carry, second, third, low);
    }

    public StateDigest minus(StateDigest other) {
        StateDigest complement = new StateDigest(~other.a, ~other.b, ~other.c, ~other.d);
        return plus(complement).plus(new StateDigest(0, 0, 0, 1));
    }

    public String hex() {
        return HEX.toHexDigits(a) + HEX.toHexDigits(b) + HEX.toHexDigits(c) + HEX.toHexDigits(d);
    }

    @Override
    public String toString() {
        return hex();
    }

    private static long carry(long x, long carryIn, long sum) {
        int order = Long.compareUnsigned(sum, x);
        return order < 0 || (order == 0 && carryIn != 0) ? 1 : 0;
    }

    private static long word(byte[] bytes, int from) {
        long word = 0;
        for (int i = from; i < from + 8; i++) {
            word = (word << 8) | (bytes[i] & 0xff);
        }
        return word;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
