package dev.gatehouse.gateway.door;

import dev.gatehouse.model.resource.McpGatewaySpec;
import java.net.URI;
import java.util.List;
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
        int end = endOfName(host);
        return isAmong(LOOPBACK, host, end)
                || (gateway.allowedHosts().isEmpty()
                        ? isSame(publicHost(gateway), host, end)
                        : isAmong(gateway.allowedHosts(), host, end));
    }

    private static boolean isAmong(List<String> names, String host, int end) {
        for (int i = 0; i < names.size(); i++) {
            if (isSame(names.get(i), host, end)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the host is this name, but for its case and what follows {@code end}. */
    private static boolean isSame(@Nullable String name, String host, int end) {
        return name != null && name.length() == end && host.regionMatches(true, 0, name, 0, end);
    }

    /** Where a port begins, if there is one. */
    private static int endOfName(String host) {
        int colon = host.lastIndexOf(':');
        if (colon <= host.lastIndexOf(']')) {
            return host.length();
        }
        for (int i = colon + 1; i < host.length(); i++) {
            if (host.charAt(i) < '0' || host.charAt(i) > '9') {
                return host.length();
            }
        }
        return colon;
    }

    private static @Nullable String publicHost(McpGatewaySpec gateway) {
        String url = gateway.publicUrl();
        return url == null ? null : URI.create(url).getHost();
    }
}
