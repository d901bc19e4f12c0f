package dev.gatehouse.model.translate.memory;

import dev.gatehouse.model.resource.Secret;

/** Names a Secret, whether there is one or not. */
public record SecretName(String namespace, String name) {

    public static SecretName of(Secret secret) {
        return new SecretName(secret.metadata().namespace(), secret.metadata().name());
    }
}
