package dev.gatehouse.model.resource;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Credentials that the gateway presents to the upstream. They come from Secrets and never reach a client. */
public record UpstreamAuth(@Nullable Bearer bearer, List<Header> headers) {

    public UpstreamAuth(@Nullable Bearer bearer, @Nullable List<Header> headers) {
        this.bearer = bearer;
        this.headers = headers == null ? List.of() : List.copyOf(headers);
    }

    /** {@code Authorization: Bearer} with the Secret's value. */
    public record Bearer(SecretKeyRef secretRef) {}

    /** A header of any other name with the Secret's value. */
    public record Header(String name, SecretKeyRef secretRef) {}
}
