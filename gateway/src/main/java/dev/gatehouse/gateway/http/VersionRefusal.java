package dev.gatehouse.gateway.http;

import dev.gatehouse.gateway.audit.AuditEvent.Verdict;
import dev.gatehouse.gateway.catalogue.EraClaim;
import dev.gatehouse.gateway.catalogue.EraClaims;
import dev.gatehouse.gateway.catalogue.OfferedVersions;
import dev.gatehouse.gateway.mcp.Refusal;
import dev.gatehouse.gateway.mcp.UnsupportedVersion;
import dev.gatehouse.model.access.UpstreamServer;
import java.nio.ByteBuffer;
import java.util.List;

/** Answers a version that nobody here speaks with those that {@code server/discover} on the same endpoint names. */
final class VersionRefusal {

    private final EraClaims claims;
    private final OfferedVersions versions;
    private final RareWork rare;

    VersionRefusal(EraClaims claims, OfferedVersions versions, RareWork rare) {
        this.claims = claims;
        this.versions = versions;
        this.rare = rare;
    }

    /** @param requested as the caller spelt it */
    void answer(McpExchange exchange, Refusal refusal, String requested) {
        switch (exchange.endpoint()) {
            case Endpoint.Single(UpstreamServer server) -> answer(exchange, refusal, requested, versions.of(server));
            case Endpoint.Aggregate _ -> {
                var servers = exchange.snapshot().servers();
                EraClaim ready = claims.ready(servers, exchange.grants());
                if (ready != null) {
                    answer(exchange, refusal, requested, ready.versions());
                } else {
                    rare.run(
                            exchange,
                            refusal.id(),
                            () -> claims.find(servers, exchange.grants()),
                            claim -> answer(exchange, refusal, requested, claim.versions()));
                }
            }
        }
    }

    private static void answer(McpExchange exchange, Refusal refusal, String requested, List<String> supported) {
        exchange.audit(Verdict.DENIED, refusal.auditReason());
        var error = new UnsupportedVersion(refusal.message(), supported, requested).to(refusal.id());
        Replies.json(exchange.http(), refusal.status(), ByteBuffer.wrap(error.body()));
    }
}
