package dev.gatehouse.operator.secrets;

import dev.gatehouse.model.resource.SecretValue;
import dev.gatehouse.operator.pki.CertificateStore;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Secrets of the operator's own namespace, all of them labelled as its own. A write goes only over what was read. */
public final class OwnSecrets implements CertificateStore {

    public static final String MANAGED_BY = "app.kubernetes.io/managed-by";
    public static final String GATEHOUSE = "gatehouse";

    private final KubernetesClient client;
    private final String namespace;

    public OwnSecrets(KubernetesClient client, String namespace) {
        this.client = client;
        this.namespace = namespace;
    }

    @Override
    public Optional<Entry> read(String name) throws IOException {
        try {
            return Optional.ofNullable(named(name).get()).map(OwnSecrets::entry);
        } catch (KubernetesClientException e) {
            throw new IOException("the Secret " + name + " cannot be read", e);
        }
    }

    @Override
    public boolean write(String name, Optional<String> seen, Map<String, SecretValue> data) throws IOException {
        Secret secret = secret(name, seen, data);
        try {
            Resource<Secret> resource = client.secrets().inNamespace(namespace).resource(secret);
            if (seen.isEmpty()) {
                resource.create();
            } else {
                resource.update();
            }
            return true;
        } catch (KubernetesClientException e) {
            if (e.getCode() == HttpURLConnection.HTTP_CONFLICT || e.getCode() == HttpURLConnection.HTTP_NOT_FOUND) {
                return false;
            }
            throw new IOException("the Secret " + name + " cannot be written", e);
        }
    }

    static Entry entry(Secret secret) {
        var data = new HashMap<String, SecretValue>();
        if (secret.getData() != null) {
            secret.getData()
                    .forEach((key, value) ->
                            data.put(key, SecretValue.of(Base64.getDecoder().decode(value))));
        }
        return new Entry(secret.getMetadata().getResourceVersion(), data);
    }

    private Secret secret(String name, Optional<String> seen, Map<String, SecretValue> data) {
        var encoded = new HashMap<String, String>();
        data.forEach((key, value) -> encoded.put(key, Base64.getEncoder().encodeToString(value.bytes())));
        return new SecretBuilder()
                .withNewMetadata()
                .withNamespace(namespace)
                .withName(name)
                .withResourceVersion(seen.orElse(null))
                .addToLabels(MANAGED_BY, GATEHOUSE)
                .endMetadata()
                .withType("Opaque")
                .withData(encoded)
                .build();
    }

    private Resource<Secret> named(String name) {
        return client.secrets().inNamespace(namespace).withName(name);
    }
}
