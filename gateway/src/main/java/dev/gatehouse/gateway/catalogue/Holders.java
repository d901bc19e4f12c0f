package dev.gatehouse.gateway.catalogue;

import dev.gatehouse.gateway.mcp.ListKind;
import dev.gatehouse.gateway.plan.sight.Sight;
import dev.gatehouse.model.access.Action;
import dev.gatehouse.model.access.Grants;
import dev.gatehouse.model.access.UpstreamServer;
import java.util.ArrayList;
import java.util.List;

/** Who has a resource or template, among catalogues and under grants. The lists and the look-up both ask this. */
final class Holders {

    private final List<Catalogue> catalogues;
    private final Grants grants;

    Holders(List<Catalogue> catalogues, Grants grants) {
        this.catalogues = catalogues;
        this.grants = grants;
    }

    Ownership ofResource(String uri) {
        var concrete = new ConcreteUri(uri);
        List<UpstreamServer> owners = new ArrayList<>();
        for (Catalogue catalogue : catalogues) {
            UpstreamServer server = catalogue.server();
            if (has(catalogue, concrete) && isAllowed(new Action.Resource(server.id(), uri))) {
                owners.add(server);
            }
        }
        return one(owners);
    }

    Ownership ofTemplate(String uriTemplate) {
        List<UpstreamServer> owners = new ArrayList<>();
        for (Catalogue catalogue : catalogues) {
            UpstreamServer server = catalogue.server();
            Listing templates = catalogue.listing(ListKind.TEMPLATES);
            if (templates != null
                    && templates.identities().contains(uriTemplate)
                    && isAllowed(new Action.Template(server.id(), uriTemplate))) {
                owners.add(server);
            }
        }
        return one(owners);
    }

    static boolean has(Catalogue catalogue, ConcreteUri uri) {
        Listing resources = catalogue.listing(ListKind.RESOURCES);
        if (resources != null && resources.identities().contains(uri.text())) {
            return true;
        }
        Listing templates = catalogue.listing(ListKind.TEMPLATES);
        return templates != null && templates.templates().stream().anyMatch(template -> template.matches(uri));
    }

    private boolean isAllowed(Action action) {
        return Sight.allows(grants, action);
    }

    private static Ownership one(List<UpstreamServer> owners) {
        return switch (owners.size()) {
            case 0 -> new Ownership.Unowned();
            case 1 -> new Ownership.Owned(owners.getFirst());
            default -> new Ownership.Ambiguous();
        };
    }
}
