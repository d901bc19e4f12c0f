package dev.gatehouse.gateway.cli.mcpjungle;

import java.util.List;
import java.util.Map;

/** A JSON value that knows where it stands. */
sealed interface JsonValue {

    SourceLine at();

    /** A string with its variables replaced. It may be a token, and so prints nothing. */
    record Text(SourceLine at, String value) implements JsonValue {
        @Override
        public String toString() {
            return "Text[" + at + "]";
        }
    }

    record Flag(SourceLine at, boolean value) implements JsonValue {}

    /** No file has one where it would be wanted. */
    record Numeral(SourceLine at) implements JsonValue {}

    record Null(SourceLine at) implements JsonValue {}

    record Items(SourceLine at, List<JsonValue> values) implements JsonValue {}

    /** In the order of the text, names unique. */
    record Members(SourceLine at, Map<String, JsonValue> values) implements JsonValue {}
}
