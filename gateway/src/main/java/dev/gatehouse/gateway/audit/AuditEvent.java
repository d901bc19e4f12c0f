package dev.gatehouse.gateway.audit;

import dev.gatehouse.gateway.access.Plane;
import dev.gatehouse.model.access.Decision;
import dev.gatehouse.model.access.PrincipalKey;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One decision. It may hold what a caller sent as a name, so whoever writes it must escape.
 *
 * @param principal absent: nobody was authenticated
 * @param uid of the principal's object, and with {@code generation} the exact state of it that was enforced
 * @param tokenName which of the principal's tokens it presented
 * @param method the MCP method, also of a route of the management API that does the same; else the HTTP method and route
 * @param server the key of the server that was addressed, if it was one
 * @param name the tool, prompt or resource, as the upstream names it
 * @param reason tells denials apart that look the same on the wire
 * @param remote address of the caller, without port
 * @param traceId of the caller's trace context, 32 hexadecimal digits
 */
public record AuditEvent(
        Instant time,
        @Nullable PrincipalKey principal,
        @Nullable String uid,
        long generation,
        @Nullable String tokenName,
        Plane plane,
        String method,
        @Nullable String server,
        @Nullable String name,
        Verdict verdict,
        String reason,
        long configVersion,
        long durationNanos,
        @Nullable String remote,
        @Nullable String traceId) {

    /** What the {@link Decision} rests on, as a reason. */
    public static String grounds(Decision decision) {
        return switch (decision) {
            case Decision.Allowed allowed -> allowed.ruleSet() + "#" + allowed.rule();
            case Decision.Denied denied -> denied.reason().name().toLowerCase(Locale.ROOT);
        };
    }

    /** The same event of another method and name. */
    AuditEvent with(String otherMethod, @Nullable String otherName) {
        return new AuditEvent(
                time,
                principal,
                uid,
                generation,
                tokenName,
                plane,
                otherMethod,
                server,
                otherName,
                verdict,
                reason,
                configVersion,
                durationNanos,
                remote,
                traceId);
    }

    /** What became of it. */
    public enum Verdict {
        ALLOWED,
        DENIED,
        /** Answered with less than the upstream gave, as every list is. */
        FILTERED
    }
}
