package dev.gatehouse.gateway.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The results of both eras over one catalogue: every target answers with what it was asked, so crossings show. */
final class Answers {

    private final Catalogue catalogue;

    Answers(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** The whole answer to {@code request}. */
    ObjectNode to(ObjectNode request) {
        ObjectNode answer = Json.object().put("jsonrpc", "2.0");
        answer.set("id", request.path("id"));
        ObjectNode outcome = outcome(request.path("method").asText(), request.path("params"));
        answer.setAll(outcome);
        return answer;
    }

    static ObjectNode error(int code, String message) {
        ObjectNode error = Json.object();
        error.putObject("error").put("code", code).put("message", message);
        return error;
    }

    static ObjectNode result(ObjectNode result) {
        ObjectNode outcome = Json.object();
        outcome.set("result", result);
        return outcome;
    }

    private ObjectNode outcome(String method, JsonNode params) {
        return switch (method) {
            case "tools/list", "prompts/list", "resources/list", "resources/templates/list" ->
                result(catalogue.page(method, params.path("cursor").asText("")));
            case "tools/call" -> call(params);
            case "prompts/get" -> prompt(params);
            case "resources/read" -> read(params.path("uri").asText());
            case "completion/complete" ->
                result(Json.quoted("{'completion': {'values': ['one', 'two'], 'total': 2, 'hasMore': false}}"));
            case "ping", "logging/setLevel", "resources/subscribe", "resources/unsubscribe" -> result(Json.object());
            default -> error(-32601, "Method not found: " + method);
        };
    }

    private ObjectNode call(JsonNode params) {
        String name = params.path("name").asText();
        if (!catalogue.hasTool(name)) {
            return error(-32602, "Scripted upstream has no tool " + name);
        }
        ObjectNode result = Json.object();
        result.putArray("content").add(text(name + " " + params.path("arguments")));
        return result(result.put("isError", false));
    }

    private ObjectNode prompt(JsonNode params) {
        String name = params.path("name").asText();
        if (!catalogue.hasPrompt(name)) {
            return error(-32602, "Scripted upstream has no prompt " + name);
        }
        ObjectNode message = Json.object().put("role", "user");
        message.set("content", text(name + " " + params.path("arguments")));
        ObjectNode result = Json.object();
        result.putArray("messages").add(message);
        return result(result);
    }

    private static ObjectNode read(String uri) {
        ObjectNode result = Json.object();
        result.putArray("contents")
                .add(Json.object().put("uri", uri).put("mimeType", "text/plain").put("text", "content of " + uri));
        return result(result);
    }

    private static ObjectNode text(String text) {
        return Json.object().put("type", "text").put("text", text);
    }
}
