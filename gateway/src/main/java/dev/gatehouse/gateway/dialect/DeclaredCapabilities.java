package dev.gatehouse.gateway.dialect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.gateway.mcp.Meta;
import dev.gatehouse.gateway.mcp.Span;
import dev.gatehouse.gateway.mcp.SplicedBody;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * What a modern caller says that it can do, as far as the gateway can carry it. Extensions are taken out: a task, for
 * one, could only be asked after by an id that says nothing about whose it is.
 */
final class DeclaredCapabilities {

    private static final String EXTENSIONS = "extensions";

    private final ObjectMapper json;

    DeclaredCapabilities(ObjectMapper json) {
        this.json = json;
    }

    /** Adds to {@code splice} what has to change. */
    SplicedBody trim(SplicedBody splice, @Nullable Meta meta, byte[] body) {
        Span declared = meta == null ? null : meta.clientCapabilities();
        if (declared == null || declared.end() - declared.start() <= EXTENSIONS.length()) {
            return splice;
        }
        try {
            int start = (int) declared.start();
            JsonNode capabilities = json.readTree(body, start, (int) declared.end() - start);
            return capabilities instanceof ObjectNode object && object.remove(EXTENSIONS) != null
                    ? splice.with(declared.start(), declared.end(), json.writeValueAsString(object))
                    : splice;
        } catch (IOException e) {
            throw new IllegalStateException("the scanner accepted what the parser refuses", e);
        }
    }
}
