package dev.gatehouse.model.resource.status;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether a declared token authenticates, and if not, why. */
public enum TokenState {
    @JsonProperty("Active")
    ACTIVE,
    /** {@code notBefore} lies ahead. */
    @JsonProperty("Pending")
    PENDING,
    @JsonProperty("Expired")
    EXPIRED,
    /** Too weak, or the token of another principal too, or the principal is invalid or suspended. */
    @JsonProperty("Refused")
    REFUSED,
    /** The Secret, its label or its key is not there. */
    @JsonProperty("Missing")
    MISSING
}
