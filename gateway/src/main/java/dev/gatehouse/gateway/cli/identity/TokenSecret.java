package dev.gatehouse.gateway.cli.identity;

import dev.gatehouse.model.resource.ObjectMeta;
import dev.gatehouse.model.resource.Secret;
import dev.gatehouse.model.resource.SecretKeyRef;
import dev.gatehouse.model.resource.SecretValue;
import java.util.Map;

/** Makes the Secrets that Gatehouse reads, which are those with its label. */
public final class TokenSecret {

    private TokenSecret() {}

    public static Secret of(String namespace, String name, SecretValue token) {
        return of(namespace, name, Map.of(SecretKeyRef.DEFAULT_KEY, token));
    }

    public static Secret of(String namespace, String name, Map<String, SecretValue> values) {
        return new Secret(new ObjectMeta(name, namespace, null, 1, null, Map.of(Secret.LABEL, "true")), values);
    }
}
