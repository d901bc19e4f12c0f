package dev.gatehouse.gateway.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.gateway.audit.AuditEvent.Verdict;
import dev.gatehouse.gateway.catalogue.AggregateInitialize;
import dev.gatehouse.gateway.catalogue.OfferedVersions;
import dev.gatehouse.gateway.catalogue.ServerInitialize;
import dev.gatehouse.gateway.mcp.LegacyCall;
import dev.gatehouse.gateway.mcp.RawJson;
import dev.gatehouse.gateway.mcp.RequestId;
import dev.gatehouse.gateway.mcp.UnsupportedVersion;
import dev.gatehouse.gateway.mcp.Versions;
import dev.gatehouse.gateway.session.SessionSealer;
import dev.gatehouse.gateway.session.SessionState;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.StatusCodes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a legacy session begins. */
final class LegacyLifecycle {

    private static final String ALL_MODERN = "The servers here speak only " + Versions.MODERN
            + ", which has no initialize: use a client of that revision, or let it choose the revision itself";
    private static final String ONE_MODERN = "The server speaks only " + Versions.MODERN
            + ", which has no initialize: use a client of that revision, or let it choose the revision itself";

    private final AggregateInitialize aggregate;
    private final ServerInitialize single;
    private final OfferedVersions versions;
    private final SessionSealer sealer;
    private final RareWork rare;
    private final ObjectMapper json;

    LegacyLifecycle(
            AggregateInitialize aggregate,
            ServerInitialize single,
            OfferedVersions versions,
            SessionSealer sealer,
            RareWork rare,
            ObjectMapper json) {
        this.aggregate = aggregate;
        this.single = single;
        this.versions = versions;
        this.sealer = sealer;
        this.rare = rare;
        this.json = json;
    }

    void initialize(McpExchange exchange, LegacyCall call, byte[] body) {
        RequestId id = call.message().id();
        ObjectNode params = params(body);
        var principal = exchange.credential().principal();
        switch (exchange.endpoint()) {
            case Endpoint.Aggregate _ ->
                rare.run(
                        exchange,
                        id,
                        () -> aggregate.open(exchange.snapshot().servers(), principal, params),
                        result -> {
                            switch (result) {
                                case AggregateInitialize.Result.Opened(var session, var answer) ->
                                    opened(exchange, id, session, answer);
                                case AggregateInitialize.Result.Refused(var claim) ->
                                    refused(exchange, id, params, ALL_MODERN, claim.versions());
                            }
                        });
            case Endpoint.Single(var server) ->
                rare.run(exchange, id, () -> single.open(server, principal, params), result -> {
                    switch (result) {
                        case ServerInitialize.Result.Opened(var session, var answer) ->
                            opened(exchange, id, session, answer);
                        case ServerInitialize.Result.Failed(var failure) ->
                            Unavailable.answer(exchange, id, failure.reason());
                        case ServerInitialize.Result.OtherEra _ ->
                            refused(exchange, id, params, ONE_MODERN, versions.of(server));
                    }
                });
        }
    }

    private void opened(McpExchange exchange, @Nullable RequestId id, SessionState session, RawJson result) {
        exchange.audit(Verdict.ALLOWED, "session opened");
        HttpServerExchange http = exchange.http();
        http.getResponseHeaders().put(McpHeaders.SESSION_ID, sealer.seal(session));
        Replies.json(http, StatusCodes.OK, Results.of(id, result));
    }

    private static void refused(
            McpExchange exchange, @Nullable RequestId id, ObjectNode params, String sentence, List<String> supported) {
        exchange.audit(Verdict.DENIED, "upstream is modern");
        String requested = params.path("protocolVersion").asText("");
        var error = new UnsupportedVersion(sentence, supported, requested).to(id);
        Replies.json(exchange.http(), UnsupportedVersion.STATUS, ByteBuffer.wrap(error.body()));
    }

    private ObjectNode params(byte[] body) {
        try {
            JsonNode params = json.readTree(body).get("params");
            return params instanceof ObjectNode object ? object : json.createObjectNode();
        } catch (IOException e) {
            throw new IllegalStateException("the scanner accepted what the parser refuses", e);
        }
    }
}
