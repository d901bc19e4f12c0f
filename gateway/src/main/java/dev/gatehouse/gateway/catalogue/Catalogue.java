package dev.gatehouse.gateway.catalogue;

import dev.gatehouse.gateway.mcp.Era;
import dev.gatehouse.gateway.mcp.ListKind;
import dev.gatehouse.model.access.UpstreamServer;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything that one upstream offers in one era, as last fetched.
 *
 * @param listings a kind that is absent could not be fetched, which is not the same as an empty list
 */
public record Catalogue(UpstreamServer server, Era era, Introduction introduction, Map<ListKind, Listing> listings) {

    public Catalogue {
        listings = Map.copyOf(listings);
    }

    /** Null when the list is not available. */
    public @Nullable Listing listing(ListKind kind) {
        return listings.get(kind);
    }

    boolean isComplete() {
        return listings.size() == ListKind.values().length;
    }

    /** The same without listings that were fetched before a time. */
    Catalogue since(Instant oldest) {
        boolean allYoung = listings.values().stream()
                .noneMatch(listing -> listing.fetchedAt().isBefore(oldest));
        if (allYoung) {
            return this;
        }
        Map<ListKind, Listing> young = new EnumMap<>(ListKind.class);
        listings.forEach((kind, listing) -> {
            if (!listing.fetchedAt().isBefore(oldest)) {
                young.put(kind, listing);
            }
        });
        return new Catalogue(server, era, introduction, young);
    }

    /** Whether nobody could tell this from the other, whenever they were fetched. */
    boolean offersTheSameAs(Catalogue other) {
        return server.equals(other.server)
                && introduction.equals(other.introduction)
                && listings.keySet().equals(other.listings.keySet())
                && listings.entrySet().stream().allMatch(entry -> {
                    Listing theirs = other.listings.get(entry.getKey());
                    return theirs != null && entry.getValue().offersTheSameAs(theirs);
                });
    }
}
