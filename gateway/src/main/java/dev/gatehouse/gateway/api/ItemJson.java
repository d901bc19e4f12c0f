package dev.gatehouse.gateway.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.gateway.catalogue.CatalogueItem;
import dev.gatehouse.gateway.catalogue.Offer;
import dev.gatehouse.gateway.mcp.BoundedJson;
import dev.gatehouse.gateway.mcp.ListKind;
import java.util.Objects;

/**
 * A catalogue's item as the API shows it. Servers write their items as they like: a member goes on only under a name that
 * MCP has, and with the type that it has there.
 */
final class ItemJson {

    private ItemJson() {}

    static ObjectNode of(ListKind kind, Offer offer) {
        ObjectNode item = definition(offer.item());
        return switch (kind) {
            case TOOLS -> tool(offer, item);
            case PROMPTS -> prompt(offer, item);
            case RESOURCES -> resource(offer, item, "uri");
            case TEMPLATES -> resource(offer, item, "uriTemplate");
        };
    }

    /** What the server itself says of it. */
    static ObjectNode definition(CatalogueItem item) {
        return Objects.requireNonNull(
                BoundedJson.object(item.own().shared()), "the catalogue holds what it has parsed");
    }

    private static ObjectNode tool(Offer offer, ObjectNode item) {
        ObjectNode json = named(offer, "tool");
        texts(item, json, "title", "description");
        if (item.get("inputSchema") instanceof ObjectNode schema) {
            json.set("inputSchema", schema);
        } else {
            json.putObject("inputSchema").put("type", "object");
        }
        objects(item, json, "outputSchema", "annotations");
        return json;
    }

    private static ObjectNode prompt(Offer offer, ObjectNode item) {
        ObjectNode json = named(offer, "prompt");
        texts(item, json, "title", "description");
        if (item.path("arguments").isArray()) {
            var arguments = json.putArray("arguments");
            for (JsonNode argument : item.path("arguments")) {
                if (argument.path("name").isTextual()) {
                    ObjectNode shown = arguments.addObject();
                    texts(argument, shown, "name", "title", "description");
                    if (argument.path("required").isBoolean()) {
                        shown.set("required", argument.get("required"));
                    }
                }
            }
        }
        return json;
    }

    private static ObjectNode resource(Offer offer, ObjectNode item, String identity) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put(identity, offer.item().identity())
                .put("name", item.path("name").asText(offer.item().identity()))
                .put("server", offer.server().key());
        texts(item, json, "title", "description", "mimeType");
        if (item.path("size").isIntegralNumber()) {
            json.set("size", item.get("size"));
        }
        objects(item, json, "annotations");
        return json;
    }

    private static ObjectNode named(Offer offer, String ownName) {
        String own = offer.item().identity();
        return JsonNodeFactory.instance
                .objectNode()
                .put("name", AggregateName.join(offer.server(), own))
                .put("server", offer.server().key())
                .put(ownName, own);
    }

    private static void texts(JsonNode from, ObjectNode to, String... members) {
        for (String member : members) {
            if (from.path(member).isTextual()) {
                to.set(member, from.get(member));
            }
        }
    }

    private static void objects(JsonNode from, ObjectNode to, String... members) {
        for (String member : members) {
            if (from.path(member).isObject()) {
                to.set(member, from.get(member));
            }
        }
    }
}
