package dev.gatehouse.gateway.mcp;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Judges a stream of server-sent events in one pass over its bytes, as they arrive. An event that may pass and that every
 * reader reads alike goes on as the slice of the chunk that it came in, its neighbours with it; one that a chunk has cut is
 * held until the rest is there; one that is spelt oddly, or whose message changes, is written anew. Comments pass at once,
 * as they keep connections alive. Ids pass only if wanted, as an upstream's ids say nothing to the gateway's clients.
 * Fields that the standard does not know and events without data are left out. Lines end by CR, LF or both; a CR alone,
 * which not every reader takes for an end, does not pass.
 *
 * <p>Not thread-safe. Memory is bounded by the largest allowed event and is none between events.
 */
public final class EventJudge {

    private static final int PIECE = 64 << 10;
    private static final byte[] LINE_FEED = {'\n'};
    private static final byte BYTE_ORDER_MARK = (byte) 0xef;

    private enum Line {
        /** The next byte begins a line. */
        NEW,
        /** The next byte belongs to a line whose beginning is held. */
        HELD,
        /** The next byte belongs to a line of data, all of which so far has been scanned. */
        DATA
    }

    private final int maxEventBytes;
    private final boolean keepsIds;
    private final ScannerPool scanners;
    private final EventReading event;
    private final EventEnd end;
    private final HeldBytes held = new HeldBytes();
    private Line line = Line.NEW;
    private int heldLine;
    private int unheld;
    private boolean skipLineFeed;
    private boolean mayBeMarked = true;
    private boolean afterComment;
    private boolean refused;

    /**
     * @param maxEventBytes of one event, its framing included, and of one comment
     * @param keepsIds whether the events' ids pass
     */
    public EventJudge(int maxEventBytes, boolean keepsIds, ScannerPool scanners, EventRules rules) {
        this.maxEventBytes = maxEventBytes;
        this.keepsIds = keepsIds;
        this.scanners = scanners;
        this.event = new EventReading(scanners);
        this.end = new EventEnd(event, held, rules);
    }

    /**
     * Takes and consumes the next bytes and adds what passes of the events that they complete to {@code passed}: slices of
     * {@code chunk}, and buffers of their own.
     *
     * @return false once an event was too large, whatever follows
     */
    public boolean feed(ByteBuffer chunk, List<ByteBuffer> passed) {
        var parts = new PassedParts(chunk, passed);
        while (chunk.hasRemaining() && !refused) {
            if (chunk.hasArray()) {
                int from = chunk.arrayOffset() + chunk.position();
                piece(new Piece(chunk.array(), from, from + chunk.remaining(), -chunk.arrayOffset(), parts));
                chunk.position(chunk.limit());
            } else {
                int count = Math.min(chunk.remaining(), PIECE);
                byte[] copy = scanners.takeScratch(count);
                int shift = chunk.position();
                chunk.get(copy, 0, count);
                piece(new Piece(copy, 0, count, shift, parts));
                scanners.giveBackScratch(copy);
            }
        }
        chunk.position(chunk.limit());
        parts.flush();
        return !refused;
    }

    /** Whether an event has begun and not ended. */
    public boolean midEvent() {
        return line != Line.NEW || event.begun();
    }

    private void piece(Piece piece) {
        byte[] bytes = piece.bytes();
        int i = skipLineFeed && bytes[piece.from()] == '\n' ? piece.from() + 1 : piece.from();
        skipLineFeed = false;
        unheld = i;
        mayBeMarked &= line == Line.HELD || i == piece.to() || bytes[i] == BYTE_ORDER_MARK;
        while (i < piece.to() && !refused) {
            int stop = LineRun.end(bytes, i, piece.to());
            if (stop == piece.to()) {
                cut(piece, i);
                return;
            }
            int next = behind(bytes, stop, piece.to());
            refused = held.length() + next - unheld > maxEventBytes;
            if (!refused) {
                line(piece, i, stop, next);
            }
            i = next;
        }
        held.append(bytes, unheld, i);
    }

    /** Behind the end of a line. A CR that ends a piece ends the line at once, whatever follows. */
    private int behind(byte[] bytes, int stop, int to) {
        boolean carriageReturn = bytes[stop] == '\r';
        skipLineFeed = carriageReturn && stop + 1 == to;
        return carriageReturn && stop + 1 < to && bytes[stop + 1] == '\n' ? stop + 2 : stop + 1;
    }

    private void line(Piece piece, int from, int stop, int next) {
        boolean bareReturn = piece.bytes()[next - 1] == '\r';
        switch (line) {
            case NEW -> {
                int begin = mayBeMarked ? withoutByteOrderMark(piece.bytes(), from, stop) : from;
                unheld = begin > from ? begin : unheld;
                newLine(piece, begin, stop, next, bareReturn);
            }
            case HELD -> heldLine(piece, from, stop, next, bareReturn);
            case DATA -> {
                event.data(piece.bytes(), from, stop);
                belonged(piece, stop, next, bareReturn);
            }
        }
        line = Line.NEW;
        mayBeMarked = false;
    }

    private void newLine(Piece piece, int from, int stop, int next, boolean bareReturn) {
        byte[] bytes = piece.bytes();
        if (from == stop) {
            blank(piece, from, next, bareReturn);
        } else if (bytes[from] == ':') {
            held.append(bytes, unheld, from);
            unheld = next;
            afterComment = true;
            if (!bareReturn && FieldLine.isPlain(bytes, from, stop)) {
                piece.pass(from, next);
            } else {
                piece.parts().own(comment(bytes, from, stop));
            }
        } else if (belongs(bytes, from, stop)) {
            belonged(piece, stop, next, bareReturn);
        } else {
            held.append(bytes, unheld, from);
            unheld = next;
        }
    }

    private void blank(Piece piece, int from, int next, boolean bareReturn) {
        if (event.begun()) {
            belonged(piece, from, next, bareReturn);
            end.event(piece, unheld, next);
        } else if (afterComment && !bareReturn) {
            piece.pass(from, next);
        }
        afterComment = false;
        unheld = next;
    }

    /** A line of the event has ended: as it should, or it gets the end that every reader knows. */
    private void belonged(Piece piece, int stop, int next, boolean bareReturn) {
        if (bareReturn) {
            held.append(piece.bytes(), unheld, stop);
            held.append(LINE_FEED, 0, 1);
            unheld = next;
        }
    }

    /** A line whose beginning is held is read where it is held. */
    private void heldLine(Piece piece, int from, int stop, int next, boolean bareReturn) {
        held.append(piece.bytes(), from, stop);
        unheld = next;
        if (mayBeMarked) {
            held.delete(heldLine, withoutByteOrderMark(held.bytes(), heldLine, held.length()) - heldLine);
        }
        byte[] bytes = held.bytes();
        int heldTo = held.length();
        if (heldLine < heldTo && bytes[heldLine] == ':') {
            piece.parts().own(comment(bytes, heldLine, heldTo));
            held.truncate(heldLine);
            afterComment = true;
        } else if (heldLine < heldTo && belongs(bytes, heldLine, heldTo)) {
            unheld = stop;
            belonged(piece, stop, next, bareReturn);
        } else {
            held.truncate(heldLine);
        }
    }

    /** Reads a line of the event; false for one that does not pass. */
    private boolean belongs(byte[] bytes, int from, int stop) {
        FieldLine field = FieldLine.of(bytes, from, stop);
        switch (field) {
            case DATA -> {
                event.beginData();
                event.data(bytes, FieldLine.dataValue(bytes, from, stop), stop);
            }
            case TYPE, RETRY, ODD, BARE_DATA -> event.field(field);
            case ID -> {
                if (keepsIds) {
                    event.field(field);
                }
                return keepsIds;
            }
            case IGNORED -> {
                return false;
            }
        }
        return true;
    }

    /** The piece ends within a line: what passes of it so far is held, and scanned where that is possible already. */
    private void cut(Piece piece, int from) {
        byte[] bytes = piece.bytes();
        held.append(bytes, unheld, from);
        int begin = held.length();
        held.append(bytes, from, piece.to());
        switch (line) {
            case DATA -> event.data(bytes, from, piece.to());
            case NEW -> {
                line = Line.HELD;
                heldLine = begin;
                scanHeldData();
            }
            case HELD -> scanHeldData();
        }
        refused = held.length() > maxEventBytes;
    }

    private void scanHeldData() {
        int length = held.length();
        if (length - heldLine > "data: ".length() && FieldLine.isData(held.bytes(), heldLine, length)) {
            event.beginData();
            event.data(held.bytes(), FieldLine.dataValue(held.bytes(), heldLine, length), length);
            line = Line.DATA;
        }
    }

    private static ByteBuffer comment(byte[] bytes, int from, int stop) {
        String text = FieldLine.isPlain(bytes, from, stop)
                ? new String(bytes, from + 1, stop - from - 1, StandardCharsets.US_ASCII)
                : "";
        return EventWriter.comment(text);
    }

    private static int withoutByteOrderMark(byte[] bytes, int from, int to) {
        boolean marked = to - from >= 3
                && bytes[from] == BYTE_ORDER_MARK
                && bytes[from + 1] == (byte) 0xbb
                && bytes[from + 2] == (byte) 0xbf;
        return marked ? from + 3 : from;
    }
}
