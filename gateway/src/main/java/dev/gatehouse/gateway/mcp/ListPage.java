package dev.gatehouse.gateway.mcp;

import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list as an upstream sent it, read strictly.
 *
 * @param id of the request it answers
 * @param items in the order of the answer
 * @param result where the result object stands in {@code body}
 * @param list where its array of items stands
 * @param nextCursor the upstream's own
 * @param cacheScope of a modern upstream
 */
public record ListPage(
        RequestId id,
        List<ListItem> items,
        Span result,
        Span list,
        @Nullable Text nextCursor,
        @Nullable Text cacheScope,
        ByteBuffer body) {

    public ListPage {
        items = List.copyOf(items);
    }

    /** What an answer to a list request came to. */
    public sealed interface Reading {

        record Page(ListPage page) implements Reading {}

        /** The upstream answered with an error. */
        record Failed(RequestId id) implements Reading {}

        /** Not a list; nothing of it may be passed on. */
        record Unreadable(String why) implements Reading {}
    }

    /** Reads an answer. Anything that is not exactly a list of that kind is unreadable. */
    public static Reading read(ListKind kind, byte[] answer, ScanLimits limits) {
        ListReader reader = new ListReader(kind, ByteBuffer.wrap(answer));
        JsonScanner scanner = new JsonScanner(limits, reader);
        scanner.feed(answer, 0, answer.length);
        Flaw flaw = scanner.finish();
        return flaw == null ? reader.reading() : new Reading.Unreadable(flaw.sentence());
    }
}
