package dev.gatehouse.gateway.mcp;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Messages and what becomes of them when somebody damages them with some understanding of JSON. */
final class Mutations {

    private static final List<String> MESSAGES = List.of(
            Feeding.call(
                    "\"name\":\"demo__echo\",\"arguments\":{\"text\":\"h\\u00e9llo \\\"w\\\\ 漢😀\",\"n\":[1,-2.5e3,true,null]}"),
            "{ \"jsonrpc\" : \"2.0\" , \"method\" : \"resources/read\" , \"id\" : \"a-1\" , \"params\" : { \"uri\" : \"file:///x\" } }",
            "{\"id\":0,\"params\":{\"ref\":{\"type\":\"ref/prompt\",\"name\":\"p\"},\"argument\":{\"name\":\"a\",\"value\":\"v\"}},"
                    + "\"method\":\"completion/complete\",\"jsonrpc\":\"2.0\"}",
            "{\"jsonrpc\":\"2.0\",\"id\":9,\"method\":\"tools/call\",\"params\":{\"_meta\":{"
                    + "\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\",\"progressToken\":5,"
                    + "\"io.modelcontextprotocol/clientCapabilities\":{\"x\":{}}},\"name\":\"echo\",\"arguments\":{}}}",
            "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":7,\"reason\":\"x\"}}",
            "{\"jsonrpc\":\"2.0\",\"id\":3,\"method\":\"subscriptions/listen\",\"params\":{\"notifications\":{"
                    + "\"toolsListChanged\":true,\"resourceSubscriptions\":[\"a:1\",\"b:2\"]}}}",
            "{\"jsonrpc\":\"2.0\",\"id\":-5,\"result\":{\"content\":[{\"type\":\"text\",\"text\":\"\\ud83d\\ude00\"}]}}");

    private static final String[] PIECES = {
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        "\"",
        "\\",
        " ",
        "\n",
        "\t",
        "\u0000",
        "\u001f",
        "null",
        "true",
        "false",
        "0",
        "-",
        "1e5",
        "1.5",
        "01",
        ".",
        "\"name\":\"secret\",",
        "\"method\":\"x\",",
        "\"Name\":1,",
        "\\u006e",
        "\\ud800",
        "\\udc00",
        "é",
        "😀",
        "\u00a0",
        "\ufeff",
        "//",
        "/*",
        "NaN",
        "'",
        "\"id\":2,",
        "\"params\":{},",
        "{}",
        "[]",
        "\"a\":1",
        "\"\":0,",
        "\\/",
        "\\b",
        "\\u",
        "{\"a\":1,\"a\":2}",
        "{\"a\":1,\"\\u0061\":2}"
    };

    private final Random random;

    Mutations(long seed) {
        random = new Random(seed);
    }

    byte[] next() {
        byte[] message = MESSAGES.get(random.nextInt(MESSAGES.size())).getBytes(StandardCharsets.UTF_8);
        int changes = random.nextInt(4);
        for (int i = 0; i < changes; i++) {
            message = changed(message);
        }
        return message;
    }

    private byte[] changed(byte[] message) {
        int from = random.nextInt(message.length + 1);
        int to = Math.min(message.length, from + random.nextInt(6));
        return switch (random.nextInt(6)) {
            case 0 -> replaced(message, from, from, piece());
            case 1 -> replaced(message, from, to, new byte[0]);
            case 2 -> replaced(message, from, to, piece());
            case 3 -> replaced(message, from, from, slice(message));
            case 4 -> flipped(message);
            default -> replaced(message, message.length, message.length, piece());
        };
    }

    private byte[] piece() {
        return PIECES[random.nextInt(PIECES.length)].getBytes(StandardCharsets.UTF_8);
    }

    private byte[] slice(byte[] message) {
        int from = random.nextInt(message.length + 1);
        int to = Math.min(message.length, from + random.nextInt(40));
        return Arrays.copyOfRange(message, from, to);
    }

    private byte[] flipped(byte[] message) {
        byte[] next = message.clone();
        if (next.length > 0) {
            next[random.nextInt(next.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return next;
    }

    private static byte[] replaced(byte[] message, int from, int to, byte[] by) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(message, 0, from);
        out.writeBytes(by);
        out.write(message, to, message.length - to);
        return out.toByteArray();
    }
}
