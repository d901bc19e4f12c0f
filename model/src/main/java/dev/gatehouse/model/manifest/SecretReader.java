package dev.gatehouse.model.manifest;

import dev.gatehouse.model.resource.ObjectMeta;
import dev.gatehouse.model.resource.Secret;
import dev.gatehouse.model.resource.SecretValue;
import java.util.Base64;
import java.util.HashMap;
import org.jspecify.annotations.Nullable;

/** Reads Secrets: {@code data} is base64, and {@code stringData} wins where both hold a key. */
final class SecretReader {

    private SecretReader() {}

    static Secret read(ObjectMeta metadata, Fields fields) {
        fields.ignore("type", "immutable");
        var data = new HashMap<String, SecretValue>();
        fields.textMap("data").forEach((key, text) -> {
            SecretValue value = decoded(text);
            if (value != null) {
                data.put(key, value);
            } else {
                fields.wrong("data." + key, "is not base64; encode it, or put it as it is under stringData");
            }
        });
        fields.textMap("stringData").forEach((key, text) -> data.put(key, SecretValue.of(text)));
        return new Secret(metadata, data);
    }

    /** Strict: the only spelling that encoding gives. */
    private static @Nullable SecretValue decoded(String base64) {
        try {
            byte[] bytes = Base64.getDecoder().decode(base64);
            return Base64.getEncoder().encodeToString(bytes).equals(base64) ? SecretValue.of(bytes) : null;
        } catch (IllegalArgumentException notBase64) {
            return null;
        }
    }
}
