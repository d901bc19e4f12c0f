package dev.gatehouse.gateway.catalogue;

import dev.gatehouse.gateway.mcp.ListKind;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What one server lists and another one has, too.
 *
 * @param owners the keys of the others
 */
record SharedUris(int count, List<String> examples, SortedSet<String> owners) {

    /** Beyond so many items of one server, those are found only that both list. */
    private static final int MOST_MATCHED = 1_000;

    static SharedUris of(Catalogue catalogue, List<Catalogue> known, ListKind kind) {
        var examples = new ShownNames();
        SortedSet<String> owners = new TreeSet<>();
        int count = 0;
        int looked = 0;
        Listing listing = catalogue.listing(kind);
        for (CatalogueItem item : listing == null ? List.<CatalogueItem>of() : listing.items()) {
            boolean matched = kind == ListKind.RESOURCES && looked++ < MOST_MATCHED;
            List<String> others = known.stream()
                    .filter(other -> !other.server().equals(catalogue.server()) && has(other, kind, item, matched))
                    .map(other -> other.server().key())
                    .toList();
            if (!others.isEmpty()) {
                count++;
                examples.add(item.identity());
                owners.addAll(others);
            }
        }
        return new SharedUris(count, examples.list(), owners);
    }

    private static boolean has(Catalogue other, ListKind kind, CatalogueItem item, boolean matched) {
        if (matched) {
            return Holders.has(other, new ConcreteUri(item.identity()));
        }
        Listing listing = other.listing(kind);
        return listing != null && listing.identities().contains(item.identity());
    }
}
