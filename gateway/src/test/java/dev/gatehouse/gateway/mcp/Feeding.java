package dev.gatehouse.gateway.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/** Feeds a scanner whole, byte by byte and at random splits, and insists that the verdict is the same each time. */
final class Feeding {

    private static final int SPLITS = 8;

    private Feeding() {}

    static ScanResult scan(String body) {
        return scan(body.getBytes(StandardCharsets.UTF_8));
    }

    static ScanResult scan(byte[] body) {
        return scan(body, ScanLimits.DEFAULT);
    }

    static ScanResult scan(byte[] body, ScanLimits limits) {
        return scan(body, new MessageScanner(limits));
    }

    static ScanResult scanUpstream(String body) {
        return scan(body.getBytes(StandardCharsets.UTF_8), MessageScanner.ofUpstream(ScanLimits.DEFAULT));
    }

    static ScanResult scan(byte[] body, MessageScanner scanner) {
        ScanResult whole = whole(body, scanner);
        scanner.reset();
        if (body.length <= 10_000) {
            assertThat(byByte(body, scanner)).as("byte by byte").isEqualTo(whole);
            scanner.reset();
        }
        int splits = body.length <= 100_000 ? SPLITS : 1;
        Random random = new Random(body.length * 31L + 7);
        for (int i = 0; i < splits; i++) {
            assertThat(split(body, scanner, random)).as("at random splits").isEqualTo(whole);
            scanner.reset();
        }
        return whole;
    }

    static ScanResult whole(byte[] body, MessageScanner scanner) {
        scanner.feed(body, 0, body.length);
        return scanner.finish();
    }

    private static ScanResult byByte(byte[] body, MessageScanner scanner) {
        byte[] one = new byte[3];
        for (byte b : body) {
            one[1] = b;
            scanner.feed(one, 1, 2);
        }
        return scanner.finish();
    }

    static ScanResult split(byte[] body, MessageScanner scanner, Random random) {
        int at = 0;
        while (at < body.length) {
            int count = 1 + random.nextInt(Math.min(body.length - at, 1 + random.nextInt(body.length)));
            ByteBuffer chunk = random.nextBoolean() ? ByteBuffer.allocate(count) : ByteBuffer.allocateDirect(count);
            scanner.feed(chunk.put(body, at, count).flip());
            assertThat(chunk.hasRemaining()).isFalse();
            at += count;
        }
        return scanner.finish();
    }

    static Message accepted(String body) {
        ScanResult result = scan(body);
        assertThat(result).as(body).isInstanceOf(ScanResult.Scanned.class);
        return ((ScanResult.Scanned) result).message();
    }

    static Refusal refused(String body) {
        return refused(body.getBytes(StandardCharsets.UTF_8));
    }

    static Refusal refused(byte[] body) {
        ScanResult result = scan(body);
        assertThat(result).as(new String(body, StandardCharsets.ISO_8859_1)).isInstanceOf(ScanResult.Refused.class);
        return ((ScanResult.Refused) result).refusal();
    }

    /** A {@code tools/call} with these members in its {@code params}. */
    static String call(String params) {
        return "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{" + params + "}}";
    }
}
