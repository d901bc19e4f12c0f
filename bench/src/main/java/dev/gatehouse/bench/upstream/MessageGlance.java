package dev.gatehouse.bench.upstream;

import java.nio.charset.StandardCharsets;

/**
 * The members of a message that the upstream needs, found by text search in its first bytes. Good for the generator's
 * messages only: it is cheap because it is not a parser, and nothing but a measurement may work like that.
 */
final class MessageGlance {

    private final String start;

    MessageGlance(byte[] bytes, int length) {
        start = new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
    }

    String method() {
        return text("\"method\":\"");
    }

    String toolName() {
        int params = start.indexOf("\"params\"");
        return params < 0 ? "" : textFrom("\"name\":\"", params);
    }

    String marker() {
        return text("\"marker\":\"");
    }

    /** The id as JSON text; empty for a notification. */
    String id() {
        return value("\"id\":");
    }

    String progressToken() {
        return value("\"progressToken\":");
    }

    private String text(String key) {
        return textFrom(key, 0);
    }

    private String textFrom(String key, int from) {
        int at = start.indexOf(key, from);
        if (at < 0) {
            return "";
        }
        int begin = at + key.length();
        int end = start.indexOf('"', begin);
        return end < 0 ? "" : start.substring(begin, end);
    }

    private String value(String key) {
        int at = start.indexOf(key);
        if (at < 0) {
            return "";
        }
        int begin = at + key.length();
        int end = begin;
        while (end < start.length() && start.charAt(end) != ',' && start.charAt(end) != '}') {
            end++;
        }
        return start.substring(begin, end);
    }
}
