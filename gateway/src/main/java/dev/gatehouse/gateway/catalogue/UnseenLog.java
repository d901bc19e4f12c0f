package dev.gatehouse.gateway.catalogue;

import dev.gatehouse.gateway.LogKeys;
import dev.gatehouse.gateway.mcp.Era;
import dev.gatehouse.model.access.ServerId;
import dev.gatehouse.model.access.UpstreamServer;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says once which servers some callers are not led to on the aggregate. Thread-safe. */
final class UnseenLog {

    private static final Logger LOG = LoggerFactory.getLogger(UnseenLog.class);

    private record Said(ServerId server, Era named) {}

    private final Set<Said> said = ConcurrentHashMap.newKeySet();

    /** @param servers that do not speak the only era that was named */
    void unseen(Era named, List<UpstreamServer> servers) {
        for (UpstreamServer server : servers) {
            if (said.add(new Said(server.id(), named))) {
                LOG.atWarn()
                        .addKeyValue(LogKeys.SERVER, server.id())
                        .addKeyValue(LogKeys.PATH, "/servers/" + server.key() + "/mcp")
                        .log(sentence(named));
            }
        }
    }

    void retain(Collection<UpstreamServer> servers) {
        Set<ServerId> kept = servers.stream().map(UpstreamServer::id).collect(Collectors.toSet());
        said.removeIf(each -> !kept.contains(each.server()));
    }

    private static String sentence(Era named) {
        return switch (named) {
            case LEGACY ->
                "The server speaks only 2026-07-28: callers on /mcp who may also use servers of earlier revisions are led to"
                        + " those and reach this one at its own path";
            case MODERN ->
                "The server speaks only 2025-11-25 and earlier: callers on /mcp who may also use servers of 2026-07-28 are led"
                        + " to those and reach this one at its own path";
        };
    }
}
