package dev.gatehouse.model.access;

import dev.gatehouse.model.resource.McpServerSpec.Protocol;
import dev.gatehouse.model.resource.McpServerSpec.Transport;
import dev.gatehouse.model.resource.SecretValue;
import dev.gatehouse.model.resource.Timeouts;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An upstream MCP server as gateways reach it.
 *
 * @param key under which it is exposed: {@code /servers/{key}/mcp} and {@code key__tool}; unique in a configuration
 * @param headers credentials to present, lower-case names
 * @param ca PEM certificates that the upstream's certificate must lead to; absent: the system's
 */
public record UpstreamServer(
        ServerId id,
        String key,
        String uid,
        long generation,
        URI url,
        Transport transport,
        Protocol protocol,
        List<Header> headers,
        @Nullable SecretValue ca,
        Timeouts timeouts) {

    public UpstreamServer {
        headers = List.copyOf(headers);
    }

    /** One credential header; it prints its name only. */
    public record Header(String name, SecretValue value) {}
}
