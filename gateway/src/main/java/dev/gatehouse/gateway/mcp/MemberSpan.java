package dev.gatehouse.gateway.mcp;

import java.nio.ByteBuffer;

/** Finds a whole member of an object by where its value stands, so that it can be left out of a text that is sound JSON. */
final class MemberSpan {

    private final ByteBuffer body;

    private MemberSpan(ByteBuffer body) {
        this.body = body;
    }

    /** From the member's name to the end of its value, with one comma that joins it to a neighbour, where it has any. */
    static Span around(Text value, ByteBuffer body) {
        var member = new MemberSpan(body);
        int start = member.nameBefore((int) value.start());
        int before = member.solidBefore(start);
        if (body.get(before) == ',') {
            return new Span(before, value.end());
        }
        int behind = (int) value.end();
        while (isSpace(body.get(behind))) {
            behind++;
        }
        return new Span(start, body.get(behind) == ',' ? behind + 1 : value.end());
    }

    /** Where the name begins: the first quote backwards from its last one that no backslash stands before. */
    private int nameBefore(int value) {
        int colon = solidBefore(value);
        int at = solidBefore(colon) - 1;
        while (body.get(at) != '"' || body.get(at - 1) == '\\') {
            at--;
        }
        return at;
    }

    private int solidBefore(int index) {
        int at = index - 1;
        while (isSpace(body.get(at))) {
            at--;
        }
        return at;
    }

    private static boolean isSpace(byte b) {
        return b == ' ' || b == '\t' || b == '\n' || b == '\r';
    }
}
