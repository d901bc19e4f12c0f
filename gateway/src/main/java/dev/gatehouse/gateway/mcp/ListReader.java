package dev.gatehouse.gateway.mcp;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes a page of what {@link JsonScanner} tells of an upstream's answer. */
final class ListReader implements JsonVisitor {

    private enum Level {
        ANSWER,
        RESULT,
        LIST,
        ITEM,
        OTHER
    }

    private enum Part {
        JSONRPC,
        ID,
        RESULT,
        ERROR,
        LIST,
        CURSOR,
        SCOPE,
        KEY,
        OTHER
    }

    private static final int NULL = "null".length();

    private final ListKind kind;
    private final ByteBuffer body;
    private final List<ListItem> items = new ArrayList<>();
    private final Level[] levels = new Level[6];
    private int depth;
    private Part part = Part.OTHER;
    private long start;
    private long resultStart;
    private long listStart;
    private @Nullable Span result;
    private @Nullable Span list;
    private @Nullable Text version;
    private @Nullable Text key;
    private @Nullable Text cursor;
    private @Nullable Text scope;
    private @Nullable RequestId id;
    private boolean error;
    private @Nullable String why;

    ListReader(ListKind kind, ByteBuffer body) {
        this.kind = kind;
        this.body = body;
    }

    @Override
    public boolean value(JsonType type, long at) {
        Level level = depth == 0 ? null : levels[depth - 1];
        if (level == null) {
            return push(Level.ANSWER);
        }
        if (level == Level.LIST) {
            return item(type, at);
        }
        if (type.container()) {
            return container(type, at);
        }
        if (type == JsonType.NULL && part == Part.LIST) {
            list = new Span(at, at + NULL); // how some servers spell a list of nothing
            return false;
        }
        return scalar(type);
    }

    private boolean item(JsonType type, long at) {
        if (type == JsonType.OBJECT) {
            start = at;
            key = null;
            return push(Level.ITEM);
        }
        why = "An item of the list is not an object.";
        return type.container() && push(Level.OTHER);
    }

    private boolean container(JsonType type, long at) {
        if (part == Part.RESULT && type == JsonType.OBJECT) {
            resultStart = at;
            return push(Level.RESULT);
        }
        if (part == Part.LIST && type == JsonType.ARRAY) {
            listStart = at;
            return push(Level.LIST);
        }
        if (part == Part.ERROR && type == JsonType.OBJECT) {
            error = true;
        } else if (part != Part.OTHER) {
            why = "A member of the answer has the wrong type.";
        }
        push(Level.OTHER);
        return false;
    }

    private boolean scalar(JsonType type) {
        boolean absent = type == JsonType.NULL && (part == Part.CURSOR || part == Part.SCOPE);
        boolean wanted = switch (part) {
            case JSONRPC, CURSOR, SCOPE, KEY -> type == JsonType.STRING;
            case ID -> type == JsonType.STRING || type == JsonType.NUMBER;
            case RESULT, ERROR, LIST, OTHER -> false;
        };
        if (!wanted && !absent && part != Part.OTHER) {
            why = "A member of the answer has the wrong type.";
        }
        return wanted;
    }

    @Override
    public @Nullable Flaw name(Capture name) {
        part = switch (levels[depth - 1]) {
            case ANSWER -> ofAnswer(name);
            case RESULT -> ofResult(name);
            case ITEM -> name.is(kind.key()) ? Part.KEY : Part.OTHER;
            case LIST, OTHER -> Part.OTHER;
        };
        return null;
    }

    private static Part ofAnswer(Capture name) {
        return switch (name.text()) {
            case "jsonrpc" -> Part.JSONRPC;
            case "id" -> Part.ID;
            case "result" -> Part.RESULT;
            case "error" -> Part.ERROR;
            default -> Part.OTHER;
        };
    }

    private Part ofResult(Capture name) {
        String text = name.text();
        if (text.equals(kind.member())) {
            return Part.LIST;
        }
        return switch (text) {
            case "nextCursor" -> Part.CURSOR;
            case "cacheScope" -> Part.SCOPE;
            default -> Part.OTHER;
        };
    }

    @Override
    public @Nullable Flaw scalar(JsonType type, Capture captured, long from, long to) {
        Text text = new Text(captured.text(), from, to);
        switch (part) {
            case JSONRPC -> version = text;
            case ID -> {
                String json = RequestId.canonical(type, text.value());
                id = json == null ? null : new RequestId(json);
            }
            case CURSOR -> cursor = text;
            case SCOPE -> scope = text;
            case KEY -> key = text;
            case RESULT, ERROR, LIST, OTHER -> {}
        }
        return null;
    }

    @Override
    public void closed(long end) {
        switch (levels[--depth]) {
            case ITEM -> add(end);
            case LIST -> list = new Span(listStart, end);
            case RESULT -> result = new Span(resultStart, end);
            case ANSWER, OTHER -> {}
        }
        part = Part.OTHER;
    }

    private void add(long end) {
        Text found = key;
        if (found == null) {
            why = "An item of the list has no " + kind.key() + ".";
        } else {
            Span at = new Span(found.start(), found.end());
            items.add(new ListItem(found.value(), at, (int) start, (int) end, body));
        }
    }

    ListPage.Reading reading() {
        if (why != null) {
            return new ListPage.Reading.Unreadable(why);
        }
        if (version == null || !version.value().equals("2.0") || id == null) {
            return new ListPage.Reading.Unreadable("The answer is no JSON-RPC response.");
        }
        if (error && result == null) {
            return new ListPage.Reading.Failed(id);
        }
        if (error || result == null || list == null) {
            return new ListPage.Reading.Unreadable("The answer has no " + kind.member() + ".");
        }
        return new ListPage.Reading.Page(new ListPage(id, items, result, list, cursor, scope, body));
    }

    private boolean push(Level level) {
        levels[depth++] = level;
        return level != Level.OTHER;
    }
}
