package dev.gatehouse.gateway.catalogue;

import dev.gatehouse.gateway.mcp.ListKind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One whole list of one upstream, all pages of it.
 *
 * @param items in the upstream's order, with distinct identities
 * @param identities of all items
 * @param templates those that can be matched; empty for other lists
 * @param dropped how many items were left out as unacceptable or duplicate
 * @param leftOut the names of some of them, fit to be shown
 */
public record Listing(
        List<CatalogueItem> items,
        Set<String> identities,
        List<UriTemplate> templates,
        int dropped,
        List<String> leftOut,
        Instant fetchedAt) {

    /** More templates of one server are not matched: their number times that of resources is work that a server chooses. */
    private static final int MAX_MATCHED_TEMPLATES = 64;

    static Listing of(ListKind kind, List<CatalogueItem> items, int dropped, Instant fetchedAt) {
        return of(kind, items, dropped, List.of(), fetchedAt);
    }

    static Listing of(ListKind kind, List<CatalogueItem> items, int dropped, List<String> leftOut, Instant fetchedAt) {
        Set<String> identities = items.stream().map(CatalogueItem::identity).collect(Collectors.toUnmodifiableSet());
        List<UriTemplate> templates = kind == ListKind.TEMPLATES
                ? items.stream()
                        .map(item -> UriTemplate.parse(item.identity()))
                        .flatMap(Optional::stream)
                        .limit(MAX_MATCHED_TEMPLATES)
                        .toList()
                : List.of();
        return new Listing(List.copyOf(items), identities, templates, dropped, List.copyOf(leftOut), fetchedAt);
    }

    /** Whether both list the same definitions in the same order. */
    boolean offersTheSameAs(Listing other) {
        return items.equals(other.items);
    }
}
