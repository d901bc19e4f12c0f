package dev.gatehouse.gateway.mcp;

import org.jspecify.annotations.Nullable;

/** Reads one JSON string, behind its opening quote, from as many pieces as it arrives in. */
final class StringToken {

    private enum Mode {
        PLAIN,
        ESCAPE,
        HEX,
        SEQUENCE,
        DONE
    }

    private final Capture capture = new Capture();
    private final byte[] sequence = new byte[4];
    private Mode mode = Mode.DONE;
    private boolean capturing;
    private Flaw tooLong = Flaw.STRING_TOO_LONG;
    private int pending;
    private int unit;
    private int high;
    private boolean lone;
    private @Nullable Flaw flaw;

    /** Begins a string that nobody reads and takes bytes as {@link #feed} does. */
    int skip(byte[] bytes, int from, int to) {
        capturing = false;
        int i = SkippedRun.end(bytes, from, to);
        if (i < to && bytes[i] == '"') {
            mode = Mode.DONE;
            flaw = null;
            return i + 1;
        }
        begin();
        return feed(bytes, i, to);
    }

    /** Begins a string of at most so many bytes, decoded, to be read from {@link #text()}, and takes bytes likewise. */
    int read(byte[] bytes, int from, int to, int limit, Flaw beyond) {
        capturing = true;
        capture.begin(limit);
        tooLong = beyond;
        int i = PlainRun.end(bytes, from, to);
        if (i < to && bytes[i] == '"') {
            mode = Mode.DONE;
            flaw = capture.view(bytes, from, i) ? null : beyond;
            return i + 1;
        }
        begin();
        return feed(bytes, from, to);
    }

    private void begin() {
        mode = Mode.PLAIN;
        pending = 0;
        high = 0;
        lone = false;
        flaw = null;
    }

    boolean done() {
        return mode == Mode.DONE;
    }

    boolean captured() {
        return capturing;
    }

    Capture text() {
        return capture;
    }

    @Nullable
    Flaw flaw() {
        return flaw;
    }

    /** Takes bytes and returns the index behind the last one taken: the closing quote, a flaw, or the end. */
    int feed(byte[] bytes, int from, int to) {
        int i = from;
        while (i < to && flaw == null && mode != Mode.DONE) {
            i = switch (mode) {
                case PLAIN -> plain(bytes, i, to);
                case ESCAPE -> escape(bytes[i], i + 1);
                case HEX -> hex(bytes[i], i + 1);
                case SEQUENCE -> continued(bytes[i], i + 1);
                case DONE -> i;
            };
        }
        return i;
    }

    private int plain(byte[] bytes, int from, int to) {
        int i = capturing ? PlainRun.end(bytes, from, to) : SkippedRun.end(bytes, from, to);
        if (i > from) {
            keep(bytes, from, i);
        }
        return i < to && flaw == null ? special(bytes, i, to) : i;
    }

    private int special(byte[] bytes, int i, int to) {
        byte b = bytes[i];
        if (b == '"') {
            finish();
        } else if (b == '\\') {
            mode = Mode.ESCAPE;
        } else if (b >= 0) {
            flaw = Flaw.NOT_JSON;
        } else {
            return sequences(bytes, i, to);
        }
        return i + 1;
    }

    private int sequences(byte[] bytes, int from, int to) {
        int i = from;
        int length = 1;
        while (i < to && bytes[i] < 0 && length > 0) {
            length = Utf8.sequence(bytes, i, to);
            i += Math.max(length, 0);
        }
        if (i > from) {
            keep(bytes, from, i);
        }
        if (length == Utf8.INVALID) {
            flaw = Flaw.NOT_UTF8;
        } else if (length == Utf8.INCOMPLETE) {
            mode = Mode.SEQUENCE;
        }
        return i;
    }

    /** A sequence that is cut by the end of a piece, byte by byte. */
    private int continued(byte b, int next) {
        sequence[pending++] = b;
        int length = Utf8.sequence(sequence, 0, pending);
        if (length == Utf8.INVALID) {
            flaw = Flaw.NOT_UTF8;
        } else if (length == pending) {
            keep(sequence, 0, pending);
            pending = 0;
            mode = Mode.PLAIN;
        }
        return next;
    }

    private int escape(byte b, int next) {
        mode = Mode.PLAIN;
        switch (b) {
            case '"', '\\', '/' -> keep(b);
            case 'b' -> keep('\b');
            case 'f' -> keep('\f');
            case 'n' -> keep('\n');
            case 'r' -> keep('\r');
            case 't' -> keep('\t');
            case 'u' -> {
                mode = Mode.HEX;
                pending = 0;
                unit = 0;
            }
            default -> flaw = Flaw.NOT_JSON;
        }
        return next;
    }

    private int hex(byte b, int next) {
        int digit = Character.digit(b, 16);
        if (digit < 0) {
            flaw = Flaw.NOT_JSON;
            return next;
        }
        unit = (unit << 4) | digit;
        if (++pending == 4) {
            pending = 0;
            mode = Mode.PLAIN;
            unit((char) unit);
        }
        return next;
    }

    private void unit(char c) {
        if (Character.isHighSurrogate(c)) {
            settle();
            high = c;
        } else if (Character.isLowSurrogate(c) && high != 0) {
            int codePoint = Character.toCodePoint((char) high, c);
            high = 0;
            keep(codePoint);
        } else if (Character.isLowSurrogate(c)) {
            lone = true;
        } else {
            keep(c);
        }
    }

    private void finish() {
        settle();
        mode = Mode.DONE;
        if (capturing && lone && flaw == null) {
            flaw = Flaw.LONE_SURROGATE;
        }
    }

    /** A high surrogate whose partner did not come stays alone. */
    private void settle() {
        lone |= high != 0;
        high = 0;
    }

    private void keep(int codePoint) {
        settle();
        if (capturing && !capture.append(codePoint)) {
            flaw = tooLong;
        }
    }

    private void keep(byte[] bytes, int from, int to) {
        settle();
        if (capturing && !capture.append(bytes, from, to)) {
            flaw = tooLong;
        }
    }
}
