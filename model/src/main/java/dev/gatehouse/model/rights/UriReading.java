package dev.gatehouse.model.rights;

import java.util.BitSet;

/**
 * A resource URI: grants read it literally, exceptions also without its query or fragment, without a trailing slash, and with
 * its escapes of printable ASCII decoded, as {@code ResourceUri} says. Whether it is ambiguous is not told here.
 *
 * @param at of the grants
 * @param literal what exceptions make of the text as it stands
 * @param decoded what exceptions make of the decoded text, as far as that is known
 * @param pending the beginning of an escape that is not complete
 */
record UriReading(
        PatternReader reader,
        PatternReader.Positions at,
        PatternReader exceptions,
        UriVariants literal,
        UriVariants decoded,
        String pending)
        implements Reading {

    static UriReading start(PatternReader reader, PatternReader exceptions) {
        UriVariants nothing = UriVariants.start(exceptions);
        return new UriReading(reader, reader.start(), exceptions, nothing, nothing, "");
    }

    @Override
    public Reading next(int c) {
        PatternReader.Positions moved = reader.next(at, c);
        UriVariants read = literal.next(exceptions, c);
        String escape = pending + Character.toString(c);
        if (pending.isEmpty() && c != '%') {
            return new UriReading(reader, moved, exceptions, read, decoded.next(exceptions, c), "");
        }
        if (escape.length() < 3 && (pending.isEmpty() || isHexDigit(c))) {
            return new UriReading(reader, moved, exceptions, read, decoded, escape);
        }
        if (isHexDigit(c)) {
            int code = Integer.parseInt(escape, 1, 3, 16);
            boolean printable = code > 0x20 && code < 0x7f;
            UriVariants after = printable ? decoded.next(exceptions, code) : flush(escape);
            return new UriReading(reader, moved, exceptions, read, after, "");
        }
        if (c == '%') {
            return new UriReading(reader, moved, exceptions, read, flush(pending), "%");
        }
        return new UriReading(reader, moved, exceptions, read, flush(escape), "");
    }

    @Override
    public BitSet granting() {
        return reader.matching(at);
    }

    /** In the numbers of {@link #exceptions}. */
    @Override
    public BitSet excepting() {
        BitSet excepting = literal.excepting(exceptions);
        excepting.or(flush(pending).excepting(exceptions));
        return excepting;
    }

    @Override
    public boolean mayBeGranted(BitSet grants) {
        return reader.mayMatch(at, grants);
    }

    private UriVariants flush(String text) {
        UriVariants after = decoded;
        for (int c : text.codePoints().toArray()) {
            after = after.next(exceptions, c);
        }
        return after;
    }

    private static boolean isHexDigit(int c) {
        return c < 0x80 && Character.digit(c, 16) >= 0;
    }
}
