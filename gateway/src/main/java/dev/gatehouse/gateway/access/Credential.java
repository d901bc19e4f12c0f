package dev.gatehouse.gateway.access;

import dev.gatehouse.model.access.Principal;
import dev.gatehouse.model.access.TokenGrant;

/** A token that a configuration knows, and whose it is. Whether it is valid now is for the {@link Authenticator} to say. */
public record Credential(Principal principal, TokenGrant token) {}
