package dev.gatehouse.gateway.catalogue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.gateway.mcp.BoundedJson;
import dev.gatehouse.gateway.mcp.ListKind;
import dev.gatehouse.gateway.mcp.RawJson;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One tool, prompt, resource or template as an upstream offers it.
 *
 * @param identity its own name, URI or template string
 * @param own its definition, without whitespace
 * @param aggregated the same as the aggregate shows it: names prefixed, URIs unchanged
 * @param digest SHA-256 of the definition in hexadecimal: a change after approval shows here
 */
public record CatalogueItem(String identity, RawJson own, RawJson aggregated, String digest) {

    /** The longest tool name that MCP allows, in characters. */
    static final int MAX_TOOL_NAME = 128;

    private static final Pattern TOOL_NAME = Pattern.compile("[A-Za-z0-9_.-]{1," + MAX_TOOL_NAME + "}");
    private static final int MAX_PROMPT_NAME = 256;
    private static final int MAX_URI = 8 << 10;

    /** Separates a server's key, which never contains it, from a name. */
    public static final String SEPARATOR = "__";

    /** Takes an item over; null when it has no acceptable identity. */
    static @Nullable CatalogueItem of(ListKind kind, String serverKey, ObjectNode item) {
        String identity =
                item.path(kind.key()).isTextual() ? item.path(kind.key()).textValue() : "";
        if (!isAcceptable(kind, identity)) {
            return null;
        }
        RawJson own = BoundedJson.write(item);
        RawJson aggregated = CatalogueItem.isPrefixed(kind)
                ? BoundedJson.write(item.deepCopy().put(kind.key(), serverKey + SEPARATOR + identity))
                : own;
        return new CatalogueItem(identity, own, aggregated, sha256(own));
    }

    /** Whether items bear the server's key as a prefix on the aggregate. */
    static boolean isPrefixed(ListKind kind) {
        return switch (kind) {
            case TOOLS, PROMPTS -> true;
            case RESOURCES, TEMPLATES -> false;
        };
    }

    /**
     * Whether the aggregate shows and serves items of this name, whoever has them: models' interfaces refuse names of other
     * characters, and with them all tools of a client.
     */
    public static boolean isAcceptable(ListKind kind, String identity) {
        return switch (kind) {
            case TOOLS -> TOOL_NAME.matcher(identity).matches();
            case PROMPTS -> isText(identity, MAX_PROMPT_NAME);
            case RESOURCES, TEMPLATES -> isText(identity, MAX_URI);
        };
    }

    private static boolean isText(String text, int longest) {
        return !text.isEmpty()
                && text.length() <= longest
                && text.codePoints()
                        .noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE);
    }

    private static String sha256(RawJson json) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(json.shared()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
