package dev.gatehouse.gateway.catalogue;

import dev.gatehouse.gateway.mcp.Era;
import dev.gatehouse.gateway.plan.sight.Sight;
import dev.gatehouse.model.access.Grants;
import dev.gatehouse.model.access.UpstreamServer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the one server that a resource URI on the aggregate leads to: among those that the grants allow for it, the one
 * that lists it or has a template that it matches. If another one does too, nobody gets it: a server must not be able to
 * take over another's URIs by naming them. Thread-safe.
 */
public final class ResourceOwners {

    private final Catalogues catalogues;

    public ResourceOwners(Catalogues catalogues) {
        this.catalogues = catalogues;
    }

    /** Answers from catalogues at hand; null when some have yet to be fetched. Does not block. */
    public @Nullable Ownership ready(List<UpstreamServer> servers, Grants grants, String uri, Era era) {
        CatalogueSnapshot snapshot = catalogues.ready(Sight.servers(servers, grants), era);
        return snapshot == null ? null : new Holders(snapshot.catalogues(), grants).ofResource(uri);
    }

    /** As {@link #ready}, but fetches catalogues first if need be. */
    public Ownership find(List<UpstreamServer> servers, Grants grants, String uri, Era era) {
        return owners(servers, grants, era).ofResource(uri);
    }

    /** The owners of several resources, each with those that are its own; those of nobody are left out. May wait. */
    public Map<UpstreamServer, List<String>> find(
            List<UpstreamServer> servers, Grants grants, List<String> uris, Era era) {
        Holders all = owners(servers, grants, era);
        Map<UpstreamServer, List<String>> found = new LinkedHashMap<>();
        for (String uri : uris) {
            if (all.ofResource(uri) instanceof Ownership.Owned(UpstreamServer owner)) {
                found.computeIfAbsent(owner, _ -> new ArrayList<>()).add(uri);
            }
        }
        return found;
    }

    /** The owner of a template, by its template string as {@code completion/complete} names it. May wait. */
    public Ownership findTemplate(List<UpstreamServer> servers, Grants grants, String uriTemplate, Era era) {
        return owners(servers, grants, era).ofTemplate(uriTemplate);
    }

    private Holders owners(List<UpstreamServer> servers, Grants grants, Era era) {
        List<UpstreamServer> visible = Sight.servers(servers, grants);
        return new Holders(catalogues.snapshot(visible, era, new Patience()).catalogues(), grants);
    }
}
