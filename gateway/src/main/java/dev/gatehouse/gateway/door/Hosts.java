package dev.gatehouse.gateway.door;

import dev.gatehouse.model.resource.McpGatewaySpec;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which values of {@code Host} the gateway answers to, so that a page that rebinds a name to our address gets nothing:
 * the listed ones, or else that of the public URL, and the loopback names.
 */
final class Hosts {

    private static final List<String> LOOPBACK = List.of("localhost", "127.0.0.1", "[::1]");

    private Hosts() {}

    static boolean isOurs(McpGatewaySpec gateway, @Nullable String host) {
        if (host == null || host.isEmpty()) {
            return false;
        }
        String name = withoutPort(host).toLowerCase(Locale.ROOT);
        return LOOPBACK.contains(name)
                || (gateway.allowedHosts().isEmpty()
                        ? name.equals(publicHost(gateway))
                        : gateway.allowedHosts().contains(name));
    }

    private static String withoutPort(String host) {
        int colon = host.lastIndexOf(':');
        return colon > host.lastIndexOf(']')
                        && host.substring(colon + 1).chars().allMatch(c -> c >= '0' && c <= '9')
                ? host.substring(0, colon)
                : host;
    }

    private static @Nullable String publicHost(McpGatewaySpec gateway) {
        String url = gateway.publicUrl();
        return url == null ? null : URI.create(url).getHost();
    }
}
