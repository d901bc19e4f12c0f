package dev.gatehouse.model.link;

import dev.gatehouse.model.access.PrincipalKey;
import java.time.Instant;

/**
 * A token of a principal has authenticated a request.
 *
 * @param token its name, never its text
 * @param at exact to a minute
 */
public record TokenUse(PrincipalKey principal, String token, Instant at) {}
