package dev.gatehouse.gateway.ledger;

import dev.gatehouse.gateway.access.Plane;
import dev.gatehouse.model.access.PrincipalKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is told of one request: first its decision, before the answer's head goes out; and, if it ended otherwise than it
 * looked then, its end. They may hold what a caller sent as a name, so whoever writes them must escape.
 */
public sealed interface LedgerEvent {

    /** Tells the requests of one process apart; both events of a request have the same. */
    long request();

    Instant time();

    /** Since the request arrived. */
    long durationNanos();

    /** How it ended, as far as is known now. */
    Outcome outcome();

    /**
     * What was decided.
     *
     * @param principal absent: nobody was authenticated
     * @param uid of the principal's object, and with {@code generation} the exact state of it that was enforced
     * @param tokenName which of the principal's tokens it presented
     * @param method the MCP method, also of a route of the management API that does the same; else the HTTP method and route
     * @param server the key of the server that was addressed, if it was one
     * @param name the tool, prompt or resource, as the upstream names it
     * @param remote address of the caller, without port
     * @param path where the request went, if nothing is there
     * @param traceId of the caller's trace context, 32 hexadecimal digits
     */
    record Decided(
            long request,
            Instant time,
            @Nullable PrincipalKey principal,
            @Nullable String uid,
            long generation,
            @Nullable String tokenName,
            Plane plane,
            String method,
            @Nullable String server,
            @Nullable String name,
            Judgement judgement,
            Outcome outcome,
            long configVersion,
            long durationNanos,
            @Nullable String remote,
            @Nullable String path,
            @Nullable String traceId)
            implements LedgerEvent {

        /** The same of another method and name: whoever keeps it may cut what is long. */
        public Decided renamed(String otherMethod, @Nullable String otherName) {
            return new Decided(
                    request,
                    time,
                    principal,
                    uid,
                    generation,
                    tokenName,
                    plane,
                    otherMethod,
                    server,
                    otherName,
                    judgement,
                    outcome,
                    configVersion,
                    durationNanos,
                    remote,
                    path,
                    traceId);
        }

        /** The same with the outcome that became known later. */
        public Decided endedAs(Outcome late) {
            return new Decided(
                    request,
                    time,
                    principal,
                    uid,
                    generation,
                    tokenName,
                    plane,
                    method,
                    server,
                    name,
                    judgement,
                    late,
                    configVersion,
                    durationNanos,
                    remote,
                    path,
                    traceId);
        }
    }

    /** How it ended after all. */
    record Ended(
            long request,
            Instant time,
            Plane plane,
            String method,
            @Nullable String server,
            Outcome outcome,
            long durationNanos)
            implements LedgerEvent {}
}
