package dev.gatehouse.gateway.catalogue;

import dev.gatehouse.gateway.mcp.Era;
import dev.gatehouse.gateway.mcp.ListKind;
import dev.gatehouse.gateway.testing.SettableClock;
import dev.gatehouse.gateway.upstream.GatewayIdentity;
import dev.gatehouse.gateway.upstream.session.UpstreamEras;
import dev.gatehouse.gateway.upstream.thread.UpstreamClient;
import dev.gatehouse.model.access.UpstreamServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The catalogues of fake upstreams, with a clock that tests move. */
final class FetchedCatalogues implements AutoCloseable {

    private static final Duration PATIENT = Duration.ofSeconds(20);
    static final String TOOLS = "{\"tools\":{},\"resources\":{}}";

    private final SettableClock clock = new SettableClock();
    private final UpstreamClient client = new UpstreamClient(GatewayIdentity.ofVersion("1"));
    private final List<String> failures = Collections.synchronizedList(new ArrayList<>());
    private final Catalogues catalogues =
            new Catalogues(client, new UpstreamEras(client, clock), clock, new CatalogueListener() {
                @Override
                public void failed(UpstreamServer server, Era era, String reason) {
                    failures.add(server.key() + ": " + reason);
                }
            });

    Catalogues catalogues() {
        return catalogues;
    }

    SettableClock clock() {
        return clock;
    }

    /** What was said of servers that failed, such as {@code git: its list has more than 100 pages}. */
    List<String> failures() {
        return failures;
    }

    /** As a busy machine needs it: what is slow here would be given up elsewhere. */
    static Patience patient() {
        return new Patience(PATIENT);
    }

    Catalogue only(UpstreamServer server) {
        return catalogues
                .snapshot(List.of(server), Era.LEGACY, patient())
                .catalogues()
                .getFirst();
    }

    @Nullable
    Listing listing(UpstreamServer server) {
        return catalogues.snapshot(List.of(server), Era.LEGACY, patient()).catalogues().stream()
                .map(catalogue -> catalogue.listings().get(ListKind.TOOLS))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    List<String> tools(UpstreamServer server) {
        return Objects.requireNonNull(listing(server)).items().stream()
                .map(CatalogueItem::identity)
                .toList();
    }

    @Override
    public void close() {
        catalogues.close();
        client.close();
    }
}
