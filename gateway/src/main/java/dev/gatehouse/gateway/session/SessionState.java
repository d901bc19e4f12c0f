package dev.gatehouse.gateway.session;

import dev.gatehouse.model.access.Principal;
import dev.gatehouse.model.access.PrincipalKey;
import dev.gatehouse.model.access.ServerId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/**
 * Everything that a legacy session is. It travels sealed in the session id, so replicas share nothing and a restart
 * loses nothing.
 *
 * @param uid of the principal's object: one that is deleted and made again does not inherit sessions
 * @param endpoint {@code mcp} or {@code servers/{key}}
 * @param protocolVersion negotiated with the client
 * @param nonce random; tells sessions of one principal apart
 * @param upstreamSessions opened for this session alone; a server that is absent here is opened when it is needed
 * @param issuedAt in whole milliseconds
 */
public record SessionState(
        PrincipalKey principal,
        String uid,
        String endpoint,
        String protocolVersion,
        long nonce,
        Map<ServerId, UpstreamSession> upstreamSessions,
        Instant issuedAt) {

    public SessionState {
        upstreamSessions = Map.copyOf(upstreamSessions);
        issuedAt = issuedAt.truncatedTo(ChronoUnit.MILLIS);
    }

    /** The same session with other upstream sessions. */
    public SessionState with(Map<ServerId, UpstreamSession> others) {
        return new SessionState(principal, uid, endpoint, protocolVersion, nonce, others, issuedAt);
    }

    public boolean belongsTo(Principal caller, String calledEndpoint) {
        return principal.equals(caller.key()) && uid.equals(caller.uid()) && endpoint.equals(calledEndpoint);
    }

    /**
     * Whether the session may still be used. MCP has no way to hand a client a new id, so the time counts from issue,
     * not from last use.
     */
    public boolean isLiveAt(Instant now, Duration maxAge) {
        return !issuedAt.isAfter(now.plusSeconds(60)) && now.isBefore(issuedAt.plus(maxAge));
    }
}
