package dev.gatehouse.gateway.cli.mcpjungle;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads one JSON document strictly and within bounds, with the line of each value. Every mistake becomes a remark. */
final class JsonDocument {

    private static final int MAX_DEPTH = 16;
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
            .build();

    private final String file;
    private final Placeholders placeholders;
    private final Remarks remarks;

    JsonDocument(String file, Placeholders placeholders, Remarks remarks) {
        this.file = file;
        this.placeholders = placeholders;
        this.remarks = remarks;
    }

    /** The fields of the one object in {@code text}, null if there is no such thing. */
    JsonValue.@Nullable Members read(String text) {
        try (JsonParser parser = JSON.createParser(text)) {
            return read(parser);
        } catch (IOException e) {
            throw new IllegalStateException("a text in memory cannot fail to be read", e);
        }
    }

    /** The parser's own words would quote the text, which may be a token. */
    private JsonValue.@Nullable Members read(JsonParser parser) {
        try {
            JsonToken first = parser.nextToken();
            JsonValue value = first == null ? null : value(parser, first, "");
            if (value instanceof JsonValue.Members members && parser.nextToken() == null) {
                return members;
            }
            remarks.error(here(parser), "the file must hold one JSON object and nothing else.");
        } catch (IOException notJson) {
            int column = parser.currentLocation().getColumnNr();
            remarks.error(here(parser), "this is not JSON, or nested too deep, at column " + column + ".");
        }
        return null;
    }

    private JsonValue value(JsonParser parser, JsonToken token, String path) throws IOException {
        SourceLine at = here(parser);
        return switch (token) {
            case START_OBJECT -> new JsonValue.Members(at, members(parser, path));
            case START_ARRAY -> new JsonValue.Items(at, items(parser, path));
            case VALUE_STRING -> new JsonValue.Text(at, string(parser.getText(), at, path));
            case VALUE_TRUE, VALUE_FALSE -> new JsonValue.Flag(at, token == JsonToken.VALUE_TRUE);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new JsonValue.Numeral(at);
            case VALUE_NULL -> new JsonValue.Null(at);
            case END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
                throw new IllegalStateException("a parser of text gives no " + token + " here");
        };
    }

    private Map<String, JsonValue> members(JsonParser parser, String path) throws IOException {
        var members = new LinkedHashMap<String, JsonValue>();
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            String key = path.isEmpty() ? name : path + "." + name;
            SourceLine at = here(parser);
            JsonValue value = value(parser, parser.nextToken(), key);
            if (members.put(name, value) != null) {
                remarks.error(at, key + " stands there twice; keep one.");
            }
        }
        return members;
    }

    private List<JsonValue> items(JsonParser parser, String path) throws IOException {
        var items = new ArrayList<JsonValue>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            items.add(value(parser, token, path + "[" + items.size() + "]"));
        }
        return items;
    }

    private String string(String text, SourceLine at, String path) {
        if (text.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) {
            remarks.error(at, path + " is not well-formed Unicode.");
            return "";
        }
        Placeholders.Expansion expansion = placeholders.expand(text);
        expansion.problem().ifPresent(problem -> remarks.error(at, path + " " + problem + "."));
        return expansion.text();
    }

    private SourceLine here(JsonParser parser) {
        return new SourceLine(file, Math.max(1, parser.currentTokenLocation().getLineNr()));
    }
}
