package dev.gatehouse.bench.load;

/** The three facts of an answer's head that framing and checking need, found without making strings. */
final class HeadLines {

    private final byte[] bytes;
    private final int length;

    HeadLines(byte[] bytes, int length) {
        this.bytes = bytes;
        this.length = length;
    }

    int status() {
        return (bytes[9] - '0') * 100 + (bytes[10] - '0') * 10 + (bytes[11] - '0');
    }

    /** The value of Content-Length; 0 when there is none, which is true of the answers without a body. */
    long contentLength() {
        int at = valueOf("content-length:");
        long value = 0;
        while (at >= 0 && at < length && bytes[at] != '\r') {
            if (bytes[at] != ' ') {
                value = value * 10 + bytes[at] - '0';
            }
            at++;
        }
        return value;
    }

    boolean chunked() {
        return valueOf("transfer-encoding:") >= 0;
    }

    private int valueOf(String name) {
        for (int at = 0; at + name.length() < length; at++) {
            if (bytes[at] == '\n' && startsWith(name, at + 1)) {
                return at + 1 + name.length();
            }
        }
        return -1;
    }

    private boolean startsWith(String name, int at) {
        if (at + name.length() > length) {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            if ((bytes[at + i] | 0x20) != (name.charAt(i) | 0x20)) {
                return false;
            }
        }
        return true;
    }
}
