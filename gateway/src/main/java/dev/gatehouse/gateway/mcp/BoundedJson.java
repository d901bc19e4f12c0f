package dev.gatehouse.gateway.mcp;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * JSON trees of rare messages: strict, without duplicate members, bounded in depth and in the length of names, strings and
 * numbers. The length of the whole is bounded by whoever reads the bytes. Numbers keep their value exactly. Thread-safe.
 */
public final class BoundedJson {

    private static final int MAX_DEPTH = 128;
    private static final int MAX_STRING = 16 << 20;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxNameLength(4 << 10)
                            .maxStringLength(MAX_STRING)
                            .maxNumberLength(256)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private BoundedJson() {}

    /** Reads one object, or gives null when the bytes are anything else. */
    public static @Nullable ObjectNode object(byte[] utf8) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8));
            return MAPPER.readTree(utf8) instanceof ObjectNode object ? object : null;
        } catch (CharacterCodingException | JsonProcessingException e) {
            return null; // not JSON: an answer of this method
        } catch (IOException e) {
            throw new IllegalStateException("memory must be readable", e);
        }
    }

    /** Writes without whitespace. Where a string holds half a surrogate pair, which UTF-8 cannot carry, in ASCII. */
    public static RawJson write(JsonNode tree) {
        try {
            return RawJson.owning(MAPPER.writeValueAsBytes(tree));
        } catch (JsonProcessingException e) {
            return writeAscii(tree);
        }
    }

    private static RawJson writeAscii(JsonNode tree) {
        try {
            return RawJson.owning(
                    MAPPER.writer().with(JsonWriteFeature.ESCAPE_NON_ASCII).writeValueAsBytes(tree));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree must be writable", e);
        }
    }

    public static ObjectNode newObject() {
        return MAPPER.createObjectNode();
    }
}
