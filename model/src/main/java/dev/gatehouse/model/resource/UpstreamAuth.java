package dev.gatehouse.model.resource;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Credentials that the gateway presents to the upstream. They come from Secrets and never reach a client. */
public record UpstreamAuth(@Nullable Bearer bearer, List<Header> headers) {

    public UpstreamAuth(@Nullable Bearer bearer, @Nullable List<Header> headers) {
        this.bearer = bearer;
        this.headers = headers == null ? List.of() : List.copyOf(headers);
    }

    /** {@code Authorization: Bearer} with the Secret's value. */
    public record Bearer(@JsonProperty(required = true) SecretKeyRef secretRef) {}

    /** A header of any other name with the Secret's value. */
    public record Header(
            @JsonProperty(required = true) String name,
            @JsonProperty(required = true) SecretKeyRef secretRef) {}
}
