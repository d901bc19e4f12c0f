package dev.gatehouse.model.manifest;

import dev.gatehouse.model.resource.ObjectMeta;
import dev.gatehouse.model.resource.Secret;
import dev.gatehouse.model.resource.SecretValue;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/** Reads Secrets: {@code data} is base64, and {@code stringData} wins where both hold a key. */
final class SecretReader {

    private SecretReader() {}

    static Secret read(ObjectMeta metadata, Fields fields) {
        fields.ignore("type", "immutable");
        var data = new HashMap<String, SecretValue>();
        for (Map.Entry<String, String> entry : fields.textMap("data").entrySet()) {
            try {
                data.put(entry.getKey(), SecretValue.of(Base64.getDecoder().decode(entry.getValue())));
            } catch (IllegalArgumentException notBase64) {
                YamlValue value = fields.lenient("data");
                if (value != null) {
                    value.wrong("has a value under " + entry.getKey()
                            + " that is not base64; encode it, or put it as it is under stringData");
                }
            }
        }
        fields.textMap("stringData").forEach((key, text) -> data.put(key, SecretValue.of(text)));
        return new Secret(metadata, data);
    }
}
