package dev.gatehouse.model.access;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * A bearer token that Gatehouse makes: {@code gth_}, 43 base62 digits of 256 random bits, and 6 base62 digits of the CRC-32
 * of all that precedes. The prefix lets secret scanners find a leaked one, the checksum lets them and us tell one from a
 * look-alike or a misprint without asking anybody. A checksum is no proof that a token is known.
 *
 * <p>{@link #text} is the only way to see it.
 */
public record MintedToken(String text) {

    public static final String PREFIX = "gth_";

    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int RANDOM_BYTES = 32;
    private static final int RANDOM_DIGITS = 43;
    private static final int CHECKSUM_DIGITS = 6;
    private static final Pattern FORM =
            Pattern.compile(PREFIX + "[0-9A-Za-z]{" + (RANDOM_DIGITS + CHECKSUM_DIGITS) + "}");

    /** Takes a token that was minted before, and only such a one. */
    public MintedToken {
        if (!hasValidChecksum(text)) {
            throw new IllegalArgumentException("this is no token that Gatehouse has minted");
        }
    }

    /** Mints one; {@code random} must be cryptographically strong, a {@code SecureRandom} say. */
    public static MintedToken mint(RandomGenerator random) {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        String body = PREFIX + digits(new BigInteger(1, bytes), RANDOM_DIGITS);
        return new MintedToken(body + checksum(body));
    }

    /** Whether {@code token} has the form of one, whatever its checksum says. */
    public static boolean looksMinted(String token) {
        return FORM.matcher(token).matches();
    }

    /** Whether {@code token} has the form of one and its checksum is right. */
    public static boolean hasValidChecksum(String token) {
        int end = token.length() - CHECKSUM_DIGITS;
        return looksMinted(token) && checksum(token.substring(0, end)).equals(token.substring(end));
    }

    public TokenDigest digest() {
        return TokenDigest.ofToken(text);
    }

    @Override
    public String toString() {
        return "MintedToken[" + digest().fingerprint() + "…]";
    }

    private static String checksum(String body) {
        var crc = new CRC32();
        crc.update(body.getBytes(StandardCharsets.US_ASCII));
        return digits(BigInteger.valueOf(crc.getValue()), CHECKSUM_DIGITS);
    }

    /** {@code value} in base 62, the most significant digit first, padded with zeros. */
    private static String digits(BigInteger value, int count) {
        char[] out = new char[count];
        BigInteger rest = value;
        for (int i = count - 1; i >= 0; i--) {
            BigInteger[] split = rest.divideAndRemainder(BigInteger.valueOf(DIGITS.length()));
            out[i] = DIGITS.charAt(split[1].intValue());
            rest = split[0];
        }
        return new String(out);
    }
}
