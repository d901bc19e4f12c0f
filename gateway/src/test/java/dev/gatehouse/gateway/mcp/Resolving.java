package dev.gatehouse.gateway.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Requests with headers, for the tests of era and header agreement. */
final class Resolving {

    static final String MODERN_META = "\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\","
            + "\"io.modelcontextprotocol/clientCapabilities\":{}}";

    private Resolving() {}

    static String request(String method, String params) {
        return "{\"jsonrpc\":\"2.0\",\"id\":9,\"method\":\"" + method + "\",\"params\":{" + params + "}}";
    }

    static String modern(String method, String params) {
        return request(method, params.isEmpty() ? MODERN_META : params + "," + MODERN_META);
    }

    static HeaderFacts headers(@Nullable String version, @Nullable String method, @Nullable String name) {
        return new HeaderFacts(version, method, name, null, Map.of());
    }

    static Resolution resolve(HeaderFacts headers, String body) {
        return EraResolver.resolve(headers, Feeding.accepted(body), null);
    }

    static Refusal refused(HeaderFacts headers, String body) {
        Resolution resolution = resolve(headers, body);
        assertThat(resolution).as(headers + " " + body).isInstanceOf(Resolution.Refused.class);
        return ((Resolution.Refused) resolution).refusal();
    }

    static LegacyCall legacy(HeaderFacts headers, String body) {
        Resolution resolution = resolve(headers, body);
        assertThat(resolution).as(headers + " " + body).isInstanceOf(Resolution.Legacy.class);
        return ((Resolution.Legacy) resolution).call();
    }

    static ModernCall modern(HeaderFacts headers, String body) {
        Resolution resolution = resolve(headers, body);
        assertThat(resolution).as(headers + " " + body).isInstanceOf(Resolution.Modern.class);
        return ((Resolution.Modern) resolution).call();
    }
}
