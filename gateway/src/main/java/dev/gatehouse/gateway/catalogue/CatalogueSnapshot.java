package dev.gatehouse.gateway.catalogue;

import dev.gatehouse.gateway.mcp.ListKind;
import dev.gatehouse.model.access.UpstreamServer;
import java.time.Instant;
import java.util.List;

/**
 * The catalogues of some servers at one time.
 *
 * @param catalogues in the order of their servers' keys; a server that does not speak the era is in neither list
 * @param missing servers that are configured and have no usable catalogue
 * @param generation of {@link Catalogues} when this was taken
 * @param goodUntil when one of them is due to be fetched again
 */
public record CatalogueSnapshot(
        List<Catalogue> catalogues, List<UpstreamServer> missing, long generation, Instant goodUntil) {

    public CatalogueSnapshot {
        catalogues = List.copyOf(catalogues);
        missing = List.copyOf(missing);
    }

    /** Whether something that should be in this kind of list is not there. */
    boolean lacks(ListKind kind) {
        return !missing.isEmpty() || catalogues.stream().anyMatch(catalogue -> catalogue.listing(kind) == null);
    }
}
