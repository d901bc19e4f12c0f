package dev.gatehouse.gateway.testing;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What a scripted upstream offers. Tests change it while the upstream runs. */
public final class Catalogue {

    private final List<ObjectNode> tools = new CopyOnWriteArrayList<>();
    private final List<ObjectNode> prompts = new CopyOnWriteArrayList<>();
    private final List<ObjectNode> resources = new CopyOnWriteArrayList<>();
    private final List<ObjectNode> templates = new CopyOnWriteArrayList<>();
    private volatile int pageSize = 1000;

    public static Catalogue empty() {
        return new Catalogue();
    }

    public Catalogue tools(String... names) {
        for (String name : names) {
            tools.add(Json.object()
                    .put("name", name)
                    .put("description", "Scripted tool " + name)
                    .set("inputSchema", Json.object().put("type", "object")));
        }
        return this;
    }

    public Catalogue prompts(String... names) {
        for (String name : names) {
            prompts.add(Json.object().put("name", name).put("description", "Scripted prompt " + name));
        }
        return this;
    }

    public Catalogue resources(String... uris) {
        for (String uri : uris) {
            resources.add(Json.object().put("uri", uri).put("name", "resource " + uri));
        }
        return this;
    }

    public Catalogue templates(String... uriTemplates) {
        for (String template : uriTemplates) {
            templates.add(Json.object().put("uriTemplate", template).put("name", "template " + template));
        }
        return this;
    }

    /** From now on lists come in pages of {@code size}. */
    public Catalogue pagesOf(int size) {
        pageSize = size;
        return this;
    }

    /** The whole list that a list method gives. */
    public ObjectNode list(String method) {
        return page(method, "");
    }

    boolean hasTool(String name) {
        return tools.stream().anyMatch(tool -> tool.path("name").asText().equals(name));
    }

    boolean hasPrompt(String name) {
        return prompts.stream().anyMatch(prompt -> prompt.path("name").asText().equals(name));
    }

    /** The page of a list method's result that begins at {@code cursor}; an absent cursor is the empty one. */
    ObjectNode page(String method, String cursor) {
        List<ObjectNode> items = switch (method) {
            case "tools/list" -> tools;
            case "prompts/list" -> prompts;
            case "resources/list" -> resources;
            case "resources/templates/list" -> templates;
            default -> throw new IllegalArgumentException(method);
        };
        int from = cursor.isEmpty() ? 0 : Integer.parseInt(cursor.substring("page-from-".length()));
        int to = Math.min(items.size(), from + pageSize);
        ArrayNode page = Json.array();
        items.subList(from, to).forEach(page::add);
        ObjectNode result = Json.object();
        result.set(member(method), page);
        if (to < items.size()) {
            result.put("nextCursor", "page-from-" + to);
        }
        return result;
    }

    private static String member(String method) {
        return method.equals("resources/templates/list") ? "resourceTemplates" : method.split("/", 2)[0];
    }
}
