package dev.gatehouse.model.resource;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How much of the management plane a user sees. Several admins are normal; neither role can write. */
public enum Role {
    /** Inspects and invokes what its own rights cover. */
    @JsonProperty("User")
    USER,
    /** Also sees every principal, effective rights, recent decisions and the fleet. */
    @JsonProperty("Admin")
    ADMIN
}
