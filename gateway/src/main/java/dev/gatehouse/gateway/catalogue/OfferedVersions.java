package dev.gatehouse.gateway.catalogue;

import dev.gatehouse.gateway.mcp.Era;
import dev.gatehouse.gateway.mcp.Versions;
import dev.gatehouse.gateway.upstream.Eras;
import dev.gatehouse.model.access.UpstreamServer;
import java.util.ArrayList;
import java.util.List;

/** The versions that a single server's endpoint can be spoken to in: what it names itself where it is asked. Thread-safe. */
public final class OfferedVersions {

    private final Catalogues catalogues;

    public OfferedVersions(Catalogues catalogues) {
        this.catalogues = catalogues;
    }

    /** Newest first; what the gateway speaks while nothing is known of the server. Does not block. */
    public List<String> of(UpstreamServer server) {
        List<String> named = named(server);
        if (!named.isEmpty()) {
            return named;
        }
        Eras eras = catalogues.erasOf(server);
        if (eras == null) {
            return Versions.SUPPORTED;
        }
        List<String> versions = new ArrayList<>();
        if (eras.modern()) {
            versions.add(Versions.MODERN);
        }
        if (eras.legacy()) {
            versions.addAll(Versions.LEGACY);
        }
        return versions;
    }

    private List<String> named(UpstreamServer server) {
        Catalogue modern = catalogues.known(server, Era.MODERN);
        return modern == null ? List.of() : modern.introduction().versions();
    }
}
