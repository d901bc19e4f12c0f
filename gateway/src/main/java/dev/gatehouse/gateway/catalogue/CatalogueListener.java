package dev.gatehouse.gateway.catalogue;

import dev.gatehouse.gateway.mcp.Era;
import dev.gatehouse.gateway.mcp.ListKind;
import dev.gatehouse.model.access.UpstreamServer;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Hears of what happens to catalogues: metrics, and clients that want to know of changed lists. Called on the thread that
 * fetched; must not block.
 */
public interface CatalogueListener {

    CatalogueListener NONE = new CatalogueListener() {};

    /** An upstream offers something else than before; {@code before} is null for its first catalogue. */
    default void changed(@Nullable Catalogue before, Catalogue after) {}

    /** An upstream that offered something in an era does not speak that era any more. */
    default void gone(UpstreamServer server, Era era) {}

    /**
     * Lists of an upstream may read differently in an era: its own word, or what was found. Whoever reads them from now on gets
     * what there is now.
     *
     * @param kinds never empty
     */
    default void listsChanged(UpstreamServer server, Era era, Set<ListKind> kinds) {}

    /** A fetch failed, in whole or for some lists. Called for every attempt. */
    default void failed(UpstreamServer server, Era era, String reason) {}
}
