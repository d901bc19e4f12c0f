package dev.gatehouse.gateway.catalogue;

import dev.gatehouse.gateway.mcp.Era;
import dev.gatehouse.gateway.mcp.ListKind;
import dev.gatehouse.gateway.mcp.RawJson;
import dev.gatehouse.model.access.Decider;
import dev.gatehouse.model.access.Grants;
import dev.gatehouse.model.access.UpstreamServer;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes the result of one aggregated list. Used once, by one thread. */
final class ListRendering {

    /** How long a modern client may keep a list, and how long one that lacks something. */
    static final int TTL_MILLIS = 5_000;

    static final int INCOMPLETE_TTL_MILLIS = 1_000;

    private final CatalogueSnapshot snapshot;
    private final List<UpstreamServer> otherEra;
    private final Grants grants;
    private final ListKind kind;
    private final Era era;
    private final Holders owners;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream(8 << 10);
    private int items;
    private final ShownNames ambiguous = new ShownNames();
    private int ambiguities;

    /** @param otherEra servers that the principal may know of and that do not speak the era */
    ListRendering(CatalogueSnapshot snapshot, List<UpstreamServer> otherEra, Grants grants, ListKind kind, Era era) {
        this.snapshot = snapshot;
        this.otherEra = otherEra;
        this.grants = grants;
        this.kind = kind;
        this.era = era;
        this.owners = new Holders(snapshot.catalogues(), grants);
    }

    RawJson write() {
        text("{\"" + kind.member() + "\":[");
        for (Catalogue catalogue : snapshot.catalogues()) {
            Listing listing = catalogue.listing(kind);
            if (listing != null) {
                listing.items().forEach(item -> offer(catalogue, item));
            }
        }
        text("]");
        boolean incomplete = snapshot.lacks(kind);
        if (era == Era.MODERN) {
            int ttl = incomplete ? INCOMPLETE_TTL_MILLIS : TTL_MILLIS;
            text(",\"resultType\":\"complete\",\"ttlMs\":" + ttl + ",\"cacheScope\":\"private\"");
        }
        if (incomplete || !otherEra.isEmpty()) {
            text(",\"_meta\":" + ResultNotes.json(incomplete, otherEra));
        }
        text("}");
        return RawJson.owning(out.toByteArray());
    }

    /** How many items were left out because more than one server has them. */
    int ambiguities() {
        return ambiguities;
    }

    /** Some of them. */
    List<String> ambiguous() {
        return ambiguous.list();
    }

    private void offer(Catalogue catalogue, CatalogueItem item) {
        if (!Decider.decide(grants, ListActions.of(kind, catalogue.server().id(), item.identity()))
                .isAllowed()) {
            return;
        }
        boolean reachable = switch (kind) {
            case TOOLS, PROMPTS -> true;
            case RESOURCES -> owners.ofResource(item.identity()) instanceof Ownership.Owned;
            case TEMPLATES -> owners.ofTemplate(item.identity()) instanceof Ownership.Owned;
        };
        if (!reachable) {
            ambiguities++;
            ambiguous.add(item.identity());
            return;
        }
        if (items++ > 0) {
            out.write(',');
        }
        out.writeBytes(item.aggregated().shared());
    }

    private void text(String text) {
        out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
