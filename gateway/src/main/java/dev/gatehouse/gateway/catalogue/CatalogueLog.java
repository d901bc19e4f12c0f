package dev.gatehouse.gateway.catalogue;

import dev.gatehouse.gateway.LogKeys;
import dev.gatehouse.gateway.mcp.Era;
import dev.gatehouse.gateway.mcp.ListKind;
import dev.gatehouse.gateway.upstream.UpstreamFailure;
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

    private record Subject(ServerId server, Era era) {}

    private final Map<Subject, String> failing = new ConcurrentHashMap<>();

    void fetched(UpstreamServer server, Era era, CatalogueSlot.Outcome outcome) {
        var subject = new Subject(server.id(), era);
        UpstreamFailure failure = outcome.failure();
        if (failure != null) {
            failed(subject, failure);
        } else if (failing.remove(subject) != null) {
            LOG.atInfo().addKeyValue(LogKeys.SERVER, server.id()).log("The upstream's lists are available again");
        }
        Catalogue after = outcome.after();
        if (after != null && outcome.isChange()) {
            changed(server, outcome.before(), after);
        }
    }

    void forget(ServerId server) {
        failing.keySet().removeIf(subject -> subject.server().equals(server));
    }

    private void failed(Subject subject, UpstreamFailure failure) {
        if (!failure.reason().equals(failing.put(subject, failure.reason()))) {
            LOG.atWarn()
                    .addKeyValue(LogKeys.SERVER, subject.server())
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
                        .addKeyValue(LogKeys.METHOD, kind.method().wireName())
                        .addKeyValue(LogKeys.COUNT, now.dropped())
                        .addKeyValue(LogKeys.NAMES, ShownNames.text(now.leftOut(), now.dropped()))
                        .log("Left out of /mcp items without an acceptable name or with a name listed before");
            }
            if (kind == ListKind.TOOLS && now != null) {
                prefixedBeyondBound(server, now);
            }
            if (kind == ListKind.TOOLS && now != null && then != null) {
                redefined(server, then, now);
            }
        }
    }

    private static void prefixedBeyondBound(UpstreamServer server, Listing tools) {
        int prefix = server.key().length() + CatalogueItem.SEPARATOR.length();
        long tooLong = tools.items().stream()
                .filter(item -> prefix + item.identity().length() > CatalogueItem.MAX_TOOL_NAME)
                .count();
        if (tooLong > 0) {
            LOG.atWarn()
                    .addKeyValue(LogKeys.SERVER, server.id())
                    .addKeyValue(LogKeys.COUNT, tooLong)
                    .log("Tools have names of more than 128 characters on the aggregate; a shorter key would help");
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
