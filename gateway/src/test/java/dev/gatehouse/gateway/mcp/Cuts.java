package dev.gatehouse.gateway.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Feeds a body whole, byte by byte and cut in two at each place, and insists on one verdict. Byte by byte no token is ever
 * seen whole, so this also holds what is quick against what is plain. Around each piece stand bytes that would change the
 * verdict if they were read.
 */
final class Cuts {

    private static final byte[] TRAP = "\"}\\u00e9\"\\ \u00e9\u0000,\"x\":1}".getBytes(StandardCharsets.UTF_8);

    private final MessageScanner scanner = new MessageScanner(ScanLimits.DEFAULT);

    ScanResult scan(String body) {
        return scan(body.getBytes(StandardCharsets.UTF_8));
    }

    ScanResult scan(byte[] body) {
        ScanResult whole = fed(body, body.length);
        scanner.reset();
        for (int i = 0; i < body.length; i++) {
            feed(body, i, i + 1);
        }
        same(body, scanner.finish(), whole, "byte by byte");
        for (int cut = 1; cut < body.length; cut++) {
            same(body, fed(body, cut), whole, "cut at " + cut);
        }
        return whole;
    }

    private ScanResult fed(byte[] body, int cut) {
        scanner.reset();
        feed(body, 0, cut);
        feed(body, cut, body.length);
        return scanner.finish();
    }

    private void feed(byte[] body, int from, int to) {
        byte[] piece = new byte[to - from + 2 * TRAP.length];
        System.arraycopy(TRAP, 0, piece, 0, TRAP.length);
        System.arraycopy(body, from, piece, TRAP.length, to - from);
        System.arraycopy(TRAP, 0, piece, TRAP.length + to - from, TRAP.length);
        scanner.feed(piece, TRAP.length, TRAP.length + to - from);
        Arrays.fill(piece, (byte) '!');
    }

    /** The cheap comparison first: a million assertions would take most of the time. */
    private static void same(byte[] body, ScanResult found, ScanResult expected, String how) {
        if (!found.equals(expected)) {
            assertThat(found)
                    .as("%s: %s", how, new String(body, StandardCharsets.ISO_8859_1))
                    .isEqualTo(expected);
        }
    }
}
