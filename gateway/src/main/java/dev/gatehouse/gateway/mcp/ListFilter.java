package dev.gatehouse.gateway.mcp;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Takes what a caller may not see out of a list and leaves every other byte of the result as it was, apart from names,
 * the cursor and the cache scope.
 *
 * @param visible whether the caller may see the item of this name, URI or template, as the upstream calls it
 * @param name under which the caller knows an item
 * @param cursor what the caller gets instead of the upstream's cursor
 * @param asked the upstream's cursor that led to the page; empty for the first page
 */
public record ListFilter(
        Predicate<String> visible, UnaryOperator<String> name, UnaryOperator<String> cursor, String asked) {

    /** A filter that renames nothing and passes the upstream's cursor. */
    public static ListFilter of(Predicate<String> visible) {
        return new ListFilter(visible, UnaryOperator.identity(), UnaryOperator.identity(), "");
    }

    public ListFilter withNamePrefix(String prefix) {
        return new ListFilter(visible, prefix::concat, cursor, asked);
    }

    public ListFilter withCursor(UnaryOperator<String> replacement) {
        return new ListFilter(visible, name, replacement, asked);
    }

    /** Of a page that this cursor of the upstream led to. */
    public ListFilter of(String upstreamCursor) {
        return new ListFilter(visible, name, cursor, upstreamCursor);
    }

    /** The items that the caller may see, in order, the first of each name. */
    public List<ListItem> visible(ListPage page) {
        Set<String> seen = HashSet.newHashSet(page.items().size());
        return page.items().stream()
                .filter(item -> visible.test(item.key()) && seen.add(item.key()))
                .toList();
    }

    /** The result object as JSON. A list that was filtered for one caller is private to it, whatever the upstream says. */
    public byte[] result(ListPage page) {
        int start = (int) page.result().start();
        int end = (int) page.result().end();
        JsonOutput out = new JsonOutput(end - start);
        int at = start;
        for (Change change : changes(page)) {
            out.slice(page.body(), at, (int) change.where().start());
            change.write(out);
            at = (int) change.where().end();
        }
        return out.slice(page.body(), at, end).toByteArray();
    }

    /** The whole answer to a request. */
    public byte[] answer(ListPage page, RequestId to) {
        return wrap(result(page), to);
    }

    /** A result, as {@link #result} gives it, as the answer to a request. */
    public static byte[] wrap(byte[] result, RequestId to) {
        return new JsonOutput(result.length + 64)
                .text("{\"jsonrpc\":\"2.0\",\"id\":" + to.json() + ",\"result\":")
                .slice(ByteBuffer.wrap(result), 0, result.length)
                .text("}")
                .toByteArray();
    }

    private List<Change> changes(ListPage page) {
        List<Change> changes = new ArrayList<>(3);
        changes.add(new Items(page.list(), visible(page), name));
        Text next = page.nextCursor();
        if (next != null) {
            changes.add(
                    endsTheList(next.value())
                            ? new Replaced(MemberSpan.around(next, page.body()), "")
                            : replaced(next, cursor.apply(next.value())));
        }
        Text scope = page.cacheScope();
        if (scope != null) {
            changes.add(replaced(scope, "private"));
        }
        changes.sort(Comparator.comparingLong(change -> change.where().start()));
        return changes;
    }

    /** Some servers say so by an empty cursor or by the one that they were asked with, which callers would follow for ever. */
    private boolean endsTheList(String next) {
        return next.isEmpty() || next.equals(asked);
    }

    private static Change replaced(Text text, String value) {
        return new Replaced(new Span(text.start(), text.end()), JsonText.quote(value));
    }

    /** What stands differently in the filtered result. */
    private sealed interface Change {

        Span where();

        void write(JsonOutput out);
    }

    private record Replaced(Span where, String json) implements Change {

        @Override
        public void write(JsonOutput out) {
            out.text(json);
        }
    }

    private record Items(Span where, List<ListItem> items, UnaryOperator<String> name) implements Change {

        @Override
        public void write(JsonOutput out) {
            String separator = "[";
            for (ListItem item : items) {
                out.text(separator);
                item.write(name.apply(item.key()), out);
                separator = ",";
            }
            out.text(items.isEmpty() ? "[]" : "]");
        }
    }
}
