package dev.gatehouse.model.access;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * Writes one JSON object as UTF-8 in its canonical form: members in the order of their names, absent ones left out, no
 * white space. Whoever writes the members keeps their order.
 */
final class CanonicalJson {

    private static final JsonFactory FACTORY = new JsonFactory();
    private static final int TYPICAL_BYTES = 512;

    private CanonicalJson() {}

    static byte[] write(Members members) {
        var out = new ByteArrayOutputStream(TYPICAL_BYTES);
        try (JsonGenerator json = FACTORY.createGenerator(out)) {
            json.writeStartObject();
            members.writeTo(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory does not fail", e);
        }
        return out.toByteArray();
    }

    /** Writes the text form of {@code value}, which must be a faithful one; nothing when it is absent. */
    static void optional(JsonGenerator json, String name, @Nullable Object value) throws IOException {
        if (value != null) {
            json.writeStringField(name, value.toString());
        }
    }

    static void optionalNumber(JsonGenerator json, String name, @Nullable Integer value) throws IOException {
        if (value != null) {
            json.writeNumberField(name, value);
        }
    }

    /** Writes the members of one object, sorted by name. */
    @FunctionalInterface
    interface Members {
        void writeTo(JsonGenerator json) throws IOException;
    }
}
