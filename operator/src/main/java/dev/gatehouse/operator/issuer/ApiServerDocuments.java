package dev.gatehouse.operator.issuer;

import org.jspecify.annotations.Nullable;

/**
 * GETs a document of the API server; {@code KubernetesClient::raw} is one. Needs the ClusterRole {@code
 * system:service-account-issuer-discovery}, which Kubernetes gives to every ServiceAccount by default.
 */
@FunctionalInterface
public interface ApiServerDocuments {

    /**
     * Null when there is no such document.
     *
     * @throws RuntimeException when the API server cannot be asked or refuses
     */
    @Nullable
    String get(String path);
}
