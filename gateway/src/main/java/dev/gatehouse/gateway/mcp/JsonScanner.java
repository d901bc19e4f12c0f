package dev.gatehouse.gateway.mcp;

import org.jspecify.annotations.Nullable;

/**
 * Strict, incremental reading of one JSON object (RFC 8259) from its bytes: one pass, no tree, nothing allocated for a
 * token that nobody asked for. Member names are unique in every object, at every depth.
 */
final class JsonScanner {

    private enum State {
        ROOT,
        FIRST_NAME,
        NEXT_NAME,
        NAME,
        COLON,
        FIRST_ELEMENT,
        VALUE,
        STRING,
        NUMBER,
        LITERAL,
        AFTER_VALUE,
        END
    }

    private final ScanLimits limits;
    private final JsonVisitor visitor;
    private final MemberNames names;
    private final Nesting nesting;
    private final StringToken string = new StringToken();
    private final NumberToken number = new NumberToken();
    private final LiteralToken literal = new LiteralToken();
    private State state = State.ROOT;
    private @Nullable Flaw flaw;
    private long fed;
    private long valueStart;
    private boolean numberWanted;
    private int quiet;

    JsonScanner(ScanLimits limits, JsonVisitor visitor) {
        this.limits = limits;
        this.visitor = visitor;
        this.names = new MemberNames(limits.members());
        this.nesting = new Nesting(limits.depth());
    }

    void reset() {
        names.reset();
        nesting.reset();
        state = State.ROOT;
        flaw = null;
        fed = 0;
        quiet = 0;
    }

    /** Bytes taken so far. */
    long length() {
        return fed;
    }

    @Nullable
    Flaw flaw() {
        return flaw;
    }

    /** False once the document is refused. */
    boolean feed(byte[] bytes, int from, int to) {
        if (flaw == null && to - from > limits.bytes() - fed) {
            flaw = Flaw.TOO_LONG;
        }
        long origin = fed - from;
        int i = from;
        while (i < to && flaw == null) {
            i = state == State.AFTER_VALUE ? afterValue(bytes, i, to, origin) : other(bytes, i, to, origin);
        }
        fed += to - from;
        return flaw == null;
    }

    /** Says that the document ends here; null when it was whole and sound. */
    @Nullable
    Flaw finish() {
        if (flaw == null && state != State.END) {
            flaw = Flaw.TRUNCATED;
        }
        return flaw;
    }

    private int other(byte[] bytes, int from, int to, long origin) {
        return switch (state) {
            case NAME -> name(bytes, from, to, origin);
            case STRING -> string(bytes, from, to, origin);
            case NUMBER -> number(bytes, from, to, origin);
            case LITERAL -> literal(bytes, from, to);
            case ROOT, FIRST_NAME, NEXT_NAME, COLON, FIRST_ELEMENT, VALUE, AFTER_VALUE, END -> {
                int i = Blank.end(bytes, from, to);
                yield i == to ? to : structure(bytes, i, to, origin);
            }
        };
    }

    /** What stands between tokens, and all of a token that begins with the next byte, as far as it is there. */
    private int structure(byte[] bytes, int i, int to, long origin) {
        return switch (state) {
            case AFTER_VALUE -> afterValue(bytes, i, to, origin);
            case FIRST_NAME, NEXT_NAME -> beginName(bytes, i, to, origin);
            case FIRST_ELEMENT, VALUE -> beginValue(bytes, i, to, origin);
            case COLON -> colon(bytes, i, to, origin);
            case ROOT -> root(bytes[i], i + 1, origin);
            case END -> malformed(Flaw.TRAILING, i);
            case NAME, STRING, NUMBER, LITERAL -> throw new IllegalStateException("inside a token: " + state);
        };
    }

    private int malformed(Flaw found, int i) {
        flaw = found;
        return i;
    }

    private int root(byte b, int next, long origin) {
        if (b == '{') {
            return open(JsonType.OBJECT, next, origin);
        }
        if (b == '[') {
            return malformed(Flaw.BATCH, next);
        }
        boolean value = b == '"' || b == '-' || (b >= '0' && b <= '9') || b == 't' || b == 'f' || b == 'n';
        return malformed(value ? Flaw.NOT_AN_OBJECT : Flaw.NOT_JSON, next);
    }

    private int beginName(byte[] bytes, int i, int to, long origin) {
        byte b = bytes[i];
        if (b == '"') {
            state = State.NAME;
            return name(bytes, string.read(bytes, i + 1, to, limits.nameBytes(), Flaw.NAME_TOO_LONG), to, origin);
        }
        return b == '}' && state == State.FIRST_NAME ? close(i + 1, origin) : malformed(Flaw.NOT_JSON, i);
    }

    private int name(byte[] bytes, int from, int to, long origin) {
        int i = string.done() ? from : string.feed(bytes, from, to);
        flaw = string.flaw();
        if (flaw != null || !string.done()) {
            return i;
        }
        flaw = names.add(nesting.number(), string.text());
        if (flaw == null && quiet == 0) {
            flaw = visitor.name(string.text());
        }
        state = State.COLON;
        return i < to && bytes[i] == ':' && flaw == null ? colon(bytes, i, to, origin) : i;
    }

    private int colon(byte[] bytes, int i, int to, long origin) {
        if (bytes[i] != ':') {
            return malformed(Flaw.NOT_JSON, i);
        }
        state = State.VALUE;
        int next = Blank.end(bytes, i + 1, to);
        return next < to ? beginValue(bytes, next, to, origin) : to;
    }

    private int beginValue(byte[] bytes, int i, int to, long origin) {
        byte b = bytes[i];
        return switch (b) {
            case '"' -> beginString(bytes, i, to, origin);
            case '{' -> open(JsonType.OBJECT, i + 1, origin);
            case '[' -> open(JsonType.ARRAY, i + 1, origin);
            case ']' -> state == State.FIRST_ELEMENT ? close(i + 1, origin) : malformed(Flaw.NOT_JSON, i);
            case 't' -> beginLiteral(JsonType.TRUE, bytes, i, to, origin);
            case 'f' -> beginLiteral(JsonType.FALSE, bytes, i, to, origin);
            case 'n' -> beginLiteral(JsonType.NULL, bytes, i, to, origin);
            case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> beginNumber(bytes, i, to, origin);
            default -> malformed(Flaw.NOT_JSON, i);
        };
    }

    private int beginString(byte[] bytes, int i, int to, long origin) {
        valueStart = origin + i;
        boolean wanted = quiet == 0 && visitor.value(JsonType.STRING, valueStart);
        int next = wanted
                ? string.read(bytes, i + 1, to, limits.stringBytes(), Flaw.STRING_TOO_LONG)
                : string.skip(bytes, i + 1, to);
        state = State.STRING;
        return string(bytes, next, to, origin);
    }

    private int string(byte[] bytes, int from, int to, long origin) {
        int i = string.done() ? from : string.feed(bytes, from, to);
        flaw = string.flaw();
        if (flaw == null && string.done()) {
            if (string.captured()) {
                flaw = visitor.scalar(JsonType.STRING, string.text(), valueStart, origin + i);
            }
            state = State.AFTER_VALUE;
        }
        return i;
    }

    private int beginNumber(byte[] bytes, int i, int to, long origin) {
        valueStart = origin + i;
        numberWanted = quiet == 0 && visitor.value(JsonType.NUMBER, valueStart);
        int end = numberWanted ? NumberRun.NONE : NumberRun.end(bytes, i, to);
        if (end != NumberRun.NONE) {
            state = State.AFTER_VALUE;
            return end;
        }
        number.begin(bytes[i]);
        state = State.NUMBER;
        return number(bytes, i + 1, to, origin);
    }

    private int number(byte[] bytes, int from, int to, long origin) {
        int i = number.feed(bytes, from, to);
        flaw = number.flaw();
        if (flaw == null && number.done()) {
            if (numberWanted) {
                number.copyTo(string.text());
                flaw = visitor.scalar(JsonType.NUMBER, string.text(), valueStart, origin + i);
            }
            state = State.AFTER_VALUE;
        }
        return i;
    }

    private int beginLiteral(JsonType type, byte[] bytes, int i, int to, long origin) {
        if (quiet == 0) {
            visitor.value(type, origin + i);
        }
        state = State.LITERAL;
        return literal(bytes, literal.begin(type, bytes, i, to), to);
    }

    private int literal(byte[] bytes, int from, int to) {
        int i = literal.done() ? from : literal.feed(bytes, from, to);
        flaw = literal.flaw();
        if (flaw == null && literal.done()) {
            state = State.AFTER_VALUE;
        }
        return i;
    }

    private int open(JsonType type, int next, long origin) {
        boolean watched = quiet == 0 && visitor.value(type, origin + next - 1);
        if (!nesting.open(type == JsonType.OBJECT)) {
            return malformed(Flaw.TOO_DEEP, next);
        }
        if (!watched && quiet == 0) {
            quiet = nesting.depth();
        }
        if (type == JsonType.OBJECT) {
            names.open();
            state = State.FIRST_NAME;
        } else {
            state = State.FIRST_ELEMENT;
        }
        return next;
    }

    private int afterValue(byte[] bytes, int from, int to, long origin) {
        int i = Blank.end(bytes, from, to);
        if (i == to) {
            return to;
        }
        byte b = bytes[i];
        if (b == ',') {
            state = nesting.inObject() ? State.NEXT_NAME : State.VALUE;
            int next = Blank.end(bytes, i + 1, to);
            return next < to && state == State.NEXT_NAME ? beginName(bytes, next, to, origin) : next;
        }
        boolean closing = (b == '}' && nesting.inObject()) || (b == ']' && nesting.inArray());
        return closing ? close(i + 1, origin) : malformed(Flaw.NOT_JSON, i + 1);
    }

    private int close(int next, long origin) {
        if (quiet == nesting.depth()) {
            quiet = 0;
        }
        if (nesting.inObject()) {
            names.close();
        }
        nesting.close();
        if (quiet == 0) {
            visitor.closed(origin + next);
        }
        state = nesting.depth() == 0 ? State.END : State.AFTER_VALUE;
        return next;
    }
}
