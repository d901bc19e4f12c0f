package dev.gatehouse.gateway.catalogue;

import dev.gatehouse.gateway.mcp.ListKind;
import dev.gatehouse.model.access.Action;
import dev.gatehouse.model.access.ServerId;

/** What a caller does who sees an item of a list: what the filter of the list and the use of the item are decided by. */
public final class ListActions {

    private ListActions() {}

    public static Action of(ListKind kind, ServerId server, String identity) {
        return switch (kind) {
            case TOOLS -> new Action.Tool(server, identity);
            case PROMPTS -> new Action.Prompt(server, identity);
            case RESOURCES -> new Action.Resource(server, identity);
            case TEMPLATES -> new Action.Template(server, identity);
        };
    }
}
