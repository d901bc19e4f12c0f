package dev.gatehouse.model.link;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.model.access.PrincipalKey;
import dev.gatehouse.model.access.PrincipalKind;
import dev.gatehouse.model.access.ServerId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** A {@link GatewayReport} as JSON. */
public final class ReportJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private ReportJson() {}

    public static byte[] write(GatewayReport report) {
        ObjectNode node = JSON.createObjectNode().put("link", report.link());
        var tokens = node.putArray("tokens");
        report.tokens().forEach(use -> tokens.add(written(use)));
        var servers = node.putArray("servers");
        report.servers().forEach(server -> servers.add(written(server)));
        return node.toString().getBytes(StandardCharsets.UTF_8);
    }

    public static GatewayReport parse(byte[] json) throws LinkException {
        try {
            JsonNode node = JSON.readTree(json);
            return new GatewayReport(
                    node.required("link").textValue(),
                    list(node.required("tokens"), ReportJson::tokenUse),
                    list(node.required("servers"), ReportJson::server));
        } catch (IOException | RuntimeException e) {
            throw new LinkException("a report cannot be read", e);
        }
    }

    private static ObjectNode written(TokenUse use) {
        return JSON.createObjectNode()
                .put("kind", use.principal().kind().name())
                .put("namespace", use.principal().namespace())
                .put("name", use.principal().name())
                .put("token", use.token())
                .put("at", use.at().getEpochSecond());
    }

    private static TokenUse tokenUse(JsonNode node) {
        return new TokenUse(
                new PrincipalKey(
                        PrincipalKind.valueOf(node.required("kind").textValue()),
                        node.required("namespace").textValue(),
                        node.required("name").textValue()),
                node.required("token").textValue(),
                Instant.ofEpochSecond(node.required("at").longValue()));
    }

    private static ObjectNode written(DiscoveredServer server) {
        ObjectNode node = JSON.createObjectNode()
                .put("namespace", server.server().namespace())
                .put("name", server.server().name())
                .put("generation", server.generation())
                .put("protocol", server.protocol())
                .put("tools", server.tools())
                .put("prompts", server.prompts())
                .put("resources", server.resources());
        ObjectNode digests = node.putObject("toolDigests");
        server.toolDigests().forEach(digests::put);
        return node.set("names", NamesJson.write(server.names()));
    }

    private static DiscoveredServer server(JsonNode node) {
        Map<String, String> digests = new TreeMap<>();
        node.required("toolDigests")
                .properties()
                .forEach(tool -> digests.put(tool.getKey(), tool.getValue().textValue()));
        return new DiscoveredServer(
                new ServerId(
                        node.required("namespace").textValue(),
                        node.required("name").textValue()),
                node.required("generation").longValue(),
                node.required("protocol").textValue(),
                node.required("tools").intValue(),
                node.required("prompts").intValue(),
                node.required("resources").intValue(),
                digests,
                NamesJson.read(node.path("names")));
    }

    private static <T> List<T> list(JsonNode array, Function<JsonNode, T> reader) {
        var list = new ArrayList<T>();
        array.forEach(item -> list.add(reader.apply(item)));
        return list;
    }
}
