package dev.gatehouse.gateway.upstream.catalogue;

import dev.gatehouse.gateway.LogKeys;
import dev.gatehouse.gateway.upstream.rare.UpstreamFailure;
import dev.gatehouse.model.access.ServerId;
import dev.gatehouse.model.access.UpstreamServer;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says once what befell an upstream's catalogue, not at every attempt. Thread-safe. */
final class CatalogueLog {

    private static final Logger LOG = LoggerFactory.getLogger(CatalogueLog.class);

    private final Map<ServerId, String> failing = new ConcurrentHashMap<>();

    void fetched(UpstreamServer server, CatalogueSlot.Outcome outcome) {
        UpstreamFailure failure = outcome.failure();
        if (failure != null) {
            failed(server, failure);
        } else if (failing.remove(server.id()) != null) {
            LOG.atInfo().addKeyValue(LogKeys.SERVER, server.id()).log("The upstream's lists are available again");
        }
        Catalogue after = outcome.after();
        if (after != null && outcome.isChange()) {
            changed(server, outcome.before(), after);
        }
    }

    void forget(ServerId server) {
        failing.remove(server);
    }

    private void failed(UpstreamServer server, UpstreamFailure failure) {
        if (!failure.reason().equals(failing.put(server.id(), failure.reason()))) {
            LOG.atWarn()
                    .addKeyValue(LogKeys.SERVER, server.id())
                    .addKeyValue(LogKeys.REASON, failure.reason())
                    .log("The upstream's lists cannot be fetched; what was known is shown for a while");
        }
    }

    private static void changed(UpstreamServer server, @Nullable Catalogue before, Catalogue after) {
        for (ListKind kind : ListKind.values()) {
            Listing now = after.listing(kind);
            Listing then = before == null ? null : before.listing(kind);
            if (now != null && now.dropped() > 0) {
                LOG.atWarn()
                        .addKeyValue(LogKeys.SERVER, server.id())
                        .addKeyValue(LogKeys.METHOD, kind.method())
                        .addKeyValue(LogKeys.COUNT, now.dropped())
                        .log("Left out items without an acceptable name or with a name listed before");
            }
            if (kind == ListKind.TOOLS && now != null && then != null) {
                redefined(server, then, now);
            }
        }
    }

    /** A tool that was approved under one description may do something else under another. */
    private static void redefined(UpstreamServer server, Listing then, Listing now) {
        Map<String, String> digests =
                then.items().stream().collect(Collectors.toMap(CatalogueItem::identity, CatalogueItem::digest));
        Set<String> changed = now.items().stream()
                .filter(item ->
                        !digests.getOrDefault(item.identity(), item.digest()).equals(item.digest()))
                .map(CatalogueItem::identity)
                .collect(Collectors.toSet());
        if (!changed.isEmpty()) {
            LOG.atWarn()
                    .addKeyValue(LogKeys.SERVER, server.id())
                    .addKeyValue(LogKeys.COUNT, changed.size())
                    .log("The upstream changed the definition of tools that it had listed before");
        }
    }
}
