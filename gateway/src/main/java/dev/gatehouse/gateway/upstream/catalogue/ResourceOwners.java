package dev.gatehouse.gateway.upstream.catalogue;

import dev.gatehouse.gateway.upstream.rare.Era;
import dev.gatehouse.model.access.Grants;
import dev.gatehouse.model.access.UpstreamServer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the one server that a resource URI on the aggregate leads to: among those that the grants allow for it, the one
 * that lists it or has a template that it matches. Thread-safe.
 */
public final class ResourceOwners {

    /** Answers from catalogues at hand; null when some have yet to be fetched. Does not block. */
    public @Nullable Ownership ready(List<UpstreamServer> servers, Grants grants, String uri, Era era) {
        return null;
    }

    /** As {@link #ready}, but fetches catalogues first if need be. */
    public Ownership find(List<UpstreamServer> servers, Grants grants, String uri, Era era) {
        return new Ownership.Unowned();
    }

    /** The owner of a template, by its template string as {@code completion/complete} names it. May wait. */
    public Ownership findTemplate(List<UpstreamServer> servers, Grants grants, String uriTemplate, Era era) {
        return new Ownership.Unowned();
    }
}
