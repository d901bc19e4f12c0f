package dev.gatehouse.model.translate;

import dev.gatehouse.model.resource.McpGateway;
import dev.gatehouse.model.resource.McpGatewaySpec;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The gateway's settings: those of the oldest {@link McpGateway}, or the defaults where there is none that will do. */
final class Settings {

    private static final Pattern HOST = Pattern.compile("[a-z0-9.-]{1,253}|\\[[0-9a-f:.]{2,45}\\]");
    private static final int FEWEST_BODY_BYTES = 1 << 10;
    private static final long MOST_BODY_BYTES = 1L << 30;
    private static final int FEWEST_HEADER_BYTES = 1 << 10;
    private static final int MOST_HEADER_BYTES = 1 << 20;

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
            String path = "spec.allowedHosts[" + i + "]";
            if (!HOST.matcher(spec.allowedHosts().get(i)).matches()) {
                verdict.invalid(path, path + " must be a host name in lower case, without a port.");
            }
        }
        McpGatewaySpec.Limits limits = spec.limits();
        between(limits.bodyBytes(), FEWEST_BODY_BYTES, MOST_BODY_BYTES, "spec.limits.bodyBytes", verdict);
        between(limits.headerBytes(), FEWEST_HEADER_BYTES, MOST_HEADER_BYTES, "spec.limits.headerBytes", verdict);
        between(limits.concurrentStreams(), 1, Integer.MAX_VALUE, "spec.limits.concurrentStreams", verdict);
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
        URI uri = ServerAddress.parse(origin, path, verdict);
        if (uri != null && (!uri.getRawPath().isEmpty() || uri.getRawQuery() != null)) {
            verdict.invalid(path, path + " must be scheme, host and port only, such as https://example.com.");
        }
    }

    private static void between(long value, long least, long most, String path, Verdict verdict) {
        if (value < least || value > most) {
            verdict.invalid(path, path + " must be from " + least + " to " + most + ".");
        }
    }

    private static void positive(@Nullable Duration duration, String path, Verdict verdict) {
        if (duration != null && !duration.isPositive()) {
            verdict.invalid(path, path + " must be longer than nothing.");
        }
    }
}
