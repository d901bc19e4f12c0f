package dev.gatehouse.operator.resource;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A stored spec or status, read as strictly as a manifest in a folder: an unknown field may be a restriction that this version
 * of the operator does not know yet, and a field without a value could mean "nothing" or "everything".
 */
sealed interface StoredPart<P> {

    /** It is what this version knows. */
    record Fits<P>(P part) implements StoredPart<P> {}

    /** It is not, and {@code reason} says where, as the rest of a sentence that begins with the part's name. */
    record Misfit<P>(String reason) implements StoredPart<P> {}

    /** What the parser says would quote the value, and name classes. */
    String UNKNOWN = " does not fit what this version knows";

    ObjectMapper STRICT = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .withCoercionConfig(
                    LogicalType.Textual,
                    text -> text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .build();

    static <P> StoredPart<P> read(JsonNode stored, Class<P> type) {
        String empty = fieldWithoutValue(stored, "");
        if (empty != null) {
            return new Misfit<>(empty + " has no value; give it one or leave the field out");
        }
        try {
            return new Fits<>(STRICT.treeToValue(stored, type));
        } catch (JsonMappingException e) {
            return new Misfit<>(pathOf(e) + UNKNOWN);
        } catch (JsonProcessingException e) {
            return new Misfit<>(UNKNOWN);
        }
    }

    /** The path of the first null, null if there is none. */
    private static @Nullable String fieldWithoutValue(JsonNode node, String path) {
        if (node.isNull()) {
            return path;
        }
        String found = null;
        if (node.isObject()) {
            Iterator<Map.Entry<String, JsonNode>> fields = node.properties().iterator();
            while (found == null && fields.hasNext()) {
                Map.Entry<String, JsonNode> field = fields.next();
                found = fieldWithoutValue(field.getValue(), path + "." + field.getKey());
            }
        }
        for (int i = 0; node.isArray() && found == null && i < node.size(); i++) {
            found = fieldWithoutValue(node.get(i), path + "[" + i + "]");
        }
        return found;
    }

    private static String pathOf(JsonMappingException e) {
        var path = new StringBuilder();
        for (JsonMappingException.Reference step : e.getPath()) {
            path.append(step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName());
        }
        return path.toString();
    }
}
