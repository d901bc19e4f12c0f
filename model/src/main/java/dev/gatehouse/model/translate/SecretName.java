package dev.gatehouse.model.translate;

import dev.gatehouse.model.resource.Secret;

/** Names a Secret, whether there is one or not. */
record SecretName(String namespace, String name) {

    static SecretName of(Secret secret) {
        return new SecretName(secret.metadata().namespace(), secret.metadata().name());
    }
}
