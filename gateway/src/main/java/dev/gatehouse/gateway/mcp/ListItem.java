package dev.gatehouse.gateway.mcp;

import java.nio.ByteBuffer;

/**
 * A tool, prompt, resource or template of a list, its JSON untouched.
 *
 * @param key its name, URI or template
 * @param at where the key's value stands in {@code body}
 * @param start offset of the item in {@code body}
 * @param end offset behind it
 * @param body the answer that it came in
 */
public record ListItem(String key, Span at, int start, int end, ByteBuffer body) {

    /** The item as it was, or with another key. */
    public void write(String asKey, JsonOutput out) {
        if (asKey.equals(key)) {
            out.slice(body, start, end);
        } else {
            out.slice(body, start, (int) at.start());
            out.text(JsonText.quote(asKey));
            out.slice(body, (int) at.end(), end);
        }
    }
}
