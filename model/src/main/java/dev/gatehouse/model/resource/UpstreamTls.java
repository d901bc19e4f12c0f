package dev.gatehouse.model.resource;

import org.jspecify.annotations.Nullable;

/** How the upstream's certificate is judged: by the CA in a Secret (key {@code ca.crt} unless said), else the system's. */
public record UpstreamTls(@Nullable SecretKeyRef caRef) {

    public static final String DEFAULT_CA_KEY = "ca.crt";
}
