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
            i = switch (state) {
                case NAME -> name(bytes, i, to);
                case STRING -> string(bytes, i, to, origin);
                case NUMBER -> number(bytes, i, to, origin);
                case LITERAL -> literal(bytes, i, to);
                case ROOT, FIRST_NAME, NEXT_NAME, COLON, FIRST_ELEMENT, VALUE, AFTER_VALUE, END ->
                    structure(bytes[i], i, origin);
            };
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

    private int structure(byte b, int i, long origin) {
        if (b == ' ' || b == '\n' || b == '\r' || b == '\t') {
            return i + 1;
        }
        switch (state) {
            case ROOT -> root(b, origin + i);
            case FIRST_NAME, NEXT_NAME -> beginName(b, origin + i);
            case COLON -> expect(b == ':', State.VALUE);
            case FIRST_ELEMENT, VALUE -> beginValue(b, origin + i);
            case AFTER_VALUE -> afterValue(b, origin + i);
            case END -> flaw = Flaw.TRAILING;
            case NAME, STRING, NUMBER, LITERAL -> throw new IllegalStateException("inside a token: " + state);
        }
        return i + 1;
    }

    private void root(byte b, long at) {
        if (b == '{') {
            open(JsonType.OBJECT, at);
        } else if (b == '[') {
            flaw = Flaw.BATCH;
        } else {
            boolean value = b == '"' || b == '-' || (b >= '0' && b <= '9') || b == 't' || b == 'f' || b == 'n';
            flaw = value ? Flaw.NOT_AN_OBJECT : Flaw.NOT_JSON;
        }
    }

    private void expect(boolean met, State next) {
        if (met) {
            state = next;
        } else {
            flaw = Flaw.NOT_JSON;
        }
    }

    private void beginName(byte b, long at) {
        if (b == '"') {
            string.read(limits.nameBytes(), Flaw.NAME_TOO_LONG);
            state = State.NAME;
        } else if (b == '}' && state == State.FIRST_NAME) {
            close(at + 1);
        } else {
            flaw = Flaw.NOT_JSON;
        }
    }

    private int name(byte[] bytes, int from, int to) {
        int i = string.feed(bytes, from, to);
        flaw = string.flaw();
        if (flaw == null && string.done()) {
            flaw = names.add(nesting.number(), string.text());
            if (flaw == null && quiet == 0) {
                flaw = visitor.name(string.text());
            }
            state = State.COLON;
        }
        return i;
    }

    private void beginValue(byte b, long at) {
        switch (b) {
            case '{' -> open(JsonType.OBJECT, at);
            case '[' -> open(JsonType.ARRAY, at);
            case '"' -> beginString(at);
            case 't' -> beginLiteral(JsonType.TRUE, at);
            case 'f' -> beginLiteral(JsonType.FALSE, at);
            case 'n' -> beginLiteral(JsonType.NULL, at);
            case ']' -> {
                expect(state == State.FIRST_ELEMENT, State.AFTER_VALUE);
                if (flaw == null) {
                    close(at + 1);
                }
            }
            case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> {
                number.begin(b);
                valueStart = at;
                numberWanted = quiet == 0 && visitor.value(JsonType.NUMBER, at);
                state = State.NUMBER;
            }
            default -> flaw = Flaw.NOT_JSON;
        }
    }

    private void beginString(long at) {
        valueStart = at;
        if (quiet == 0 && visitor.value(JsonType.STRING, at)) {
            string.read(limits.stringBytes(), Flaw.STRING_TOO_LONG);
        } else {
            string.skip();
        }
        state = State.STRING;
    }

    private int string(byte[] bytes, int from, int to, long origin) {
        int i = string.feed(bytes, from, to);
        flaw = string.flaw();
        if (flaw == null && string.done()) {
            if (string.captured()) {
                flaw = visitor.scalar(JsonType.STRING, string.text(), valueStart, origin + i);
            }
            state = State.AFTER_VALUE;
        }
        return i;
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

    private void beginLiteral(JsonType type, long at) {
        literal.begin(type);
        if (quiet == 0) {
            visitor.value(type, at);
        }
        state = State.LITERAL;
    }

    private int literal(byte[] bytes, int from, int to) {
        int i = literal.feed(bytes, from, to);
        flaw = literal.flaw();
        if (flaw == null && literal.done()) {
            state = State.AFTER_VALUE;
        }
        return i;
    }

    private void open(JsonType type, long at) {
        boolean watched = quiet == 0 && visitor.value(type, at);
        if (!nesting.open(type == JsonType.OBJECT)) {
            flaw = Flaw.TOO_DEEP;
            return;
        }
        if (!watched && quiet == 0) {
            quiet = nesting.depth();
        }
        state = type == JsonType.OBJECT ? State.FIRST_NAME : State.FIRST_ELEMENT;
    }

    private void afterValue(byte b, long at) {
        if (b == ',') {
            state = nesting.inObject() ? State.NEXT_NAME : State.VALUE;
        } else if ((b == '}' && nesting.inObject()) || (b == ']' && nesting.inArray())) {
            close(at + 1);
        } else {
            flaw = Flaw.NOT_JSON;
        }
    }

    private void close(long end) {
        if (quiet == nesting.depth()) {
            quiet = 0;
        }
        nesting.close();
        if (quiet == 0) {
            visitor.closed(end);
        }
        state = nesting.depth() == 0 ? State.END : State.AFTER_VALUE;
    }
}
