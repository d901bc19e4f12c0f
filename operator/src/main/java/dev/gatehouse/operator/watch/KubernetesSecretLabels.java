package dev.gatehouse.operator.watch;

import dev.gatehouse.model.resource.ObjectMeta;
import dev.gatehouse.model.resource.ResourceKey;
import dev.gatehouse.model.resource.Secret;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/** Asks for {@code PartialObjectMetadata}: the API server then sends names and labels, and keeps the rest to itself. */
final class KubernetesSecretLabels implements SecretLabels {

    private static final String METADATA_ONLY = "application/json;as=PartialObjectMetadata;g=meta.k8s.io;v=v1";
    private static final Pattern OBJECT_NAME = Pattern.compile("[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?");
    private static final int TIMEOUT_SECONDS = 10;

    private final KubernetesClient client;

    KubernetesSecretLabels(KubernetesClient client) {
        this.client = client;
    }

    @Override
    public Optional<Secret> look(ResourceKey key) {
        if (!OBJECT_NAME.matcher(key.name()).matches()) {
            return Optional.empty();
        }
        HttpRequest request = client.getHttpClient()
                .newHttpRequestBuilder()
                .uri(URI.create(
                        client.getMasterUrl() + "api/v1/namespaces/" + key.namespace() + "/secrets/" + key.name()))
                .header("Accept", METADATA_ONLY)
                .build();
        try {
            HttpResponse<String> answer =
                    client.getHttpClient().sendAsync(request, String.class).get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
            return answer.isSuccessful() ? Optional.of(secret(key, answer.body())) : Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the API server does not answer", e);
        }
    }

    private Secret secret(ResourceKey key, String json) {
        var labels = client.getKubernetesSerialization()
                .unmarshal(json, GenericKubernetesResource.class)
                .getMetadata()
                .getLabels();
        Map<String, String> known = labels == null ? Map.of() : labels;
        return new Secret(new ObjectMeta(key.name(), key.namespace(), null, 1, null, known), Map.of());
    }
}
