package dev.gatehouse.model.translate;

import dev.gatehouse.model.resource.McpGateway;
import dev.gatehouse.model.resource.McpGatewaySpec;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The gateway's settings: those of the oldest {@link McpGateway}, or the defaults where there is none that will do. */
final class Settings {

    private Settings() {}

    static McpGatewaySpec of(List<McpGateway> gateways, Quarantine quarantine, List<Finding> findings) {
        McpGateway oldest = Seniority.holders(gateways, gateway -> "").get("");
        McpGatewaySpec settings = McpGatewaySpec.defaults();
        for (McpGateway gateway : gateways) {
            List<Finding> own = quarantine.judge(gateway, () -> judge(gateway, gateway.equals(oldest)), List::of);
            if (own.stream().noneMatch(Finding::isError)) {
                settings = gateway.spec();
            }
            findings.addAll(own);
        }
        return settings;
    }

    private static List<Finding> judge(McpGateway gateway, boolean oldest) {
        var verdict = new Verdict();
        check(gateway.spec(), verdict);
        if (!oldest) {
            verdict.add(
                    "",
                    Reason.NAME_CONFLICT,
                    "There is an older McpGateway, whose settings are the ones in force; keep one.");
        }
        return verdict.on(gateway.key());
    }

    private static void check(McpGatewaySpec spec, Verdict verdict) {
        if (spec.publicUrl() != null) {
            ServerAddress.parse(spec.publicUrl(), "spec.publicUrl", verdict);
        }
        atMost(spec.allowedOrigins(), "spec.allowedOrigins", verdict);
        atMost(spec.allowedHosts(), "spec.allowedHosts", verdict);
        for (int i = 0; i < spec.allowedOrigins().size(); i++) {
            origin(spec.allowedOrigins().get(i), "spec.allowedOrigins[" + i + "]", verdict);
        }
        for (int i = 0; i < spec.allowedHosts().size(); i++) {
            verdict.require(McpGatewaySpec.HOST, spec.allowedHosts().get(i), "spec.allowedHosts[" + i + "]");
        }
        McpGatewaySpec.Limits limits = spec.limits();
        verdict.require(McpGatewaySpec.Limits.BODY_BYTES, limits.bodyBytes(), "spec.limits.bodyBytes");
        verdict.require(McpGatewaySpec.Limits.HEADER_BYTES, limits.headerBytes(), "spec.limits.headerBytes");
        verdict.require(
                McpGatewaySpec.Limits.CONCURRENT_STREAMS, limits.concurrentStreams(), "spec.limits.concurrentStreams");
        PrincipalCheck.limits(limits.client(), "spec.limits.client", verdict);
        positive(spec.sessions().idleTimeout(), "spec.sessions.idleTimeout", verdict);
        positive(spec.staleness().denyAfter(), "spec.staleness.denyAfter", verdict);
    }

    private static void atMost(List<String> names, String path, Verdict verdict) {
        if (names.size() > McpGatewaySpec.MOST_NAMES) {
            verdict.invalid(path, path + " has more than " + McpGatewaySpec.MOST_NAMES + " entries.");
        }
    }

    private static void origin(String origin, String path, Verdict verdict) {
        if (McpGatewaySpec.ORIGIN.isMetBy(origin)) {
            ServerAddress.parse(origin, path, verdict);
        } else {
            verdict.require(false, path, McpGatewaySpec.ORIGIN.sentence());
        }
    }

    private static void positive(@Nullable Duration duration, String path, Verdict verdict) {
        verdict.require(duration == null || duration.isPositive(), path, McpGatewaySpec.POSITIVE_MESSAGE);
    }
}
