package dev.gatehouse.gateway.session;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/**
 * The keys that seal session ids and cursors: the first seals, all open, so that a rotation is a list of two for as long
 * as sessions live. Every replica needs the same list. Random nonces allow 2³² seals under one key.
 */
public final class SessionKeys {

    /** AES-256. */
    static final int KEY_BYTES = 32;

    static final int MAX_KEYS = 8;

    private final List<byte[]> keys;

    private SessionKeys(List<byte[]> keys) {
        this.keys = keys;
    }

    /** Takes keys of 32 bytes each, the sealing one first. */
    public static SessionKeys of(List<byte[]> keys) {
        if (keys.isEmpty() || keys.size() > MAX_KEYS || keys.stream().anyMatch(key -> key.length != KEY_BYTES)) {
            throw new IllegalArgumentException("1 to " + MAX_KEYS + " keys of " + KEY_BYTES + " bytes are needed");
        }
        return new SessionKeys(keys.stream().map(byte[]::clone).toList());
    }

    /** One key that dies with the process: sessions do not outlive a restart and replicas do not share them. */
    public static SessionKeys random(SecureRandom random) {
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        return new SessionKeys(List.of(key));
    }

    /**
     * Reads a key file: one key a line as 64 hexadecimal digits or as base64 of 32 bytes, the sealing one first; empty
     * lines and lines that begin with {@code #} are skipped.
     *
     * @throws IOException when the file cannot be read or holds anything else; the message names the line, never its content
     */
    public static SessionKeys load(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        List<byte[]> keys = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                keys.add(parse(line, i + 1));
            }
        }
        if (keys.isEmpty() || keys.size() > MAX_KEYS) {
            throw new IOException("a session key file holds 1 to " + MAX_KEYS + " keys, this one " + keys.size());
        }
        return new SessionKeys(List.copyOf(keys));
    }

    private static byte[] parse(String line, int number) throws IOException {
        try {
            byte[] key = line.length() == 2 * KEY_BYTES
                    ? HexFormat.of().parseHex(line)
                    : Base64.getDecoder().decode(line);
            if (key.length == KEY_BYTES) {
                return key;
            }
        } catch (IllegalArgumentException e) {
            throw new IOException(complaint(number)); // without the cause, whose message quotes the key
        }
        throw new IOException(complaint(number));
    }

    private static String complaint(int line) {
        return "line " + line + " of the session key file is neither 64 hexadecimal digits nor base64 of 32 bytes";
    }

    List<byte[]> keys() {
        return keys;
    }

    @Override
    public String toString() {
        return "SessionKeys[" + keys.size() + "]";
    }
}
