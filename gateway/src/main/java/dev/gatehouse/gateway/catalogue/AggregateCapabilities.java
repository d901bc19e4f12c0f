package dev.gatehouse.gateway.catalogue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.gateway.mcp.ListKind;
import dev.gatehouse.model.access.Grants;
import dev.gatehouse.model.access.UpstreamServer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What the aggregate advertises to one principal: the intersection of what upstreams offer, what the gateway can carry
 * and what the principal may use. An upstream that has not introduced itself yet is taken to offer tools, prompts and
 * resources, since a client asks only once.
 */
final class AggregateCapabilities {

    private static final int MAX_INSTRUCTIONS = 256 << 10;

    /** @param introduction null: not known yet */
    record Part(UpstreamServer server, @Nullable Introduction introduction) {}

    private final List<Part> parts;
    private final Grants grants;
    private final Carried carried;

    /** What some servers are known to offer, in the order of their keys. */
    static List<Part> parts(CatalogueSnapshot snapshot) {
        List<Part> parts = new ArrayList<>();
        snapshot.catalogues().forEach(catalogue -> parts.add(new Part(catalogue.server(), catalogue.introduction())));
        snapshot.missing().forEach(server -> parts.add(new Part(server, null)));
        parts.sort(Comparator.comparing(part -> part.server().key()));
        return parts;
    }

    /** @param parts servers that the principal may know of, in the order of their keys */
    AggregateCapabilities(List<Part> parts, Grants grants, Carried carried) {
        this.parts = parts;
        this.grants = grants;
        this.carried = carried;
    }

    ObjectNode json() {
        ObjectNode capabilities = JsonNodeFactory.instance.objectNode();
        primitive(capabilities, ListKind.TOOLS);
        primitive(capabilities, ListKind.PROMPTS);
        primitive(capabilities, ListKind.RESOURCES);
        boolean completable = any(part ->
                offers(part, "completions") && (mayHold(part, ListKind.PROMPTS) || mayHold(part, ListKind.TEMPLATES)));
        if (carried.completions() && completable) {
            capabilities.putObject("completions");
        }
        if (carried.logging() && any(part -> offers(part, "logging"))) {
            capabilities.putObject("logging");
        }
        return capabilities;
    }

    /** Those of all servers that have some, each under its server's key; null: there are none. */
    @Nullable
    String instructions() {
        List<String> sections = new ArrayList<>();
        int length = 0;
        for (Part part : parts) {
            String text =
                    part.introduction() == null ? null : part.introduction().instructions();
            if (text != null && length + text.length() <= MAX_INSTRUCTIONS) {
                sections.add("# " + part.server().key() + "\n\n" + text.strip());
                length += text.length();
            }
        }
        return sections.isEmpty() ? null : String.join("\n\n", sections);
    }

    private void primitive(ObjectNode capabilities, ListKind kind) {
        String name = kind.capability();
        if (any(part -> mayHold(part, kind) && (part.introduction() == null || offers(part, name)))) {
            ObjectNode capability = capabilities.putObject(name);
            if (carried.listChanged()) { // the gateway's own word: rights change, and servers that were away come back
                capability.put("listChanged", true);
            }
            boolean subscribable = kind == ListKind.RESOURCES && carried.subscribe();
            if (subscribable && any(part -> mayHold(part, kind) && offers(part, name, "subscribe"))) {
                capability.put("subscribe", true);
            }
        }
    }

    private boolean any(Predicate<Part> test) {
        return parts.stream().anyMatch(test);
    }

    private boolean mayHold(Part part, ListKind kind) {
        return Visible.mayHold(grants, part.server().id(), kind);
    }

    private static boolean offers(Part part, String capability) {
        return part.introduction() != null && part.introduction().offers(capability);
    }

    private static boolean offers(Part part, String capability, String member) {
        return part.introduction() != null && part.introduction().offers(capability, member);
    }
}
