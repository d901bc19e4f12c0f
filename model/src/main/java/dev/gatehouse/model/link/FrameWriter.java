package dev.gatehouse.model.link;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.model.access.AccessConfig;
import dev.gatehouse.model.access.AccessDelta;
import dev.gatehouse.model.access.ConfigWire;
import dev.gatehouse.model.access.TrustedIssuer;
import dev.gatehouse.model.resource.SecretValue;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * Writes frames as lines of JSON. A frame is one line; after the line of a configuration or a delta come its entries as
 * {@link ConfigWire} gives them. Each array that is handed over is one line without its end.
 */
public final class FrameWriter {

    private static final ObjectMapper JSON = new ObjectMapper();

    private FrameWriter() {}

    public static void write(Frame frame, Consumer<byte[]> lines) {
        switch (frame) {
            case Frame.Hello(int protocol, String link, Duration heartbeat) ->
                lines.accept(bytes(named("hello")
                        .put("protocol", protocol)
                        .put("link", link)
                        .put("heartbeatMillis", heartbeat.toMillis())));
            case Frame.Whole(long version, AccessConfig config) -> {
                lines.accept(bytes(named("whole").put("version", version)));
                ConfigWire.write(config, lines);
            }
            case Frame.Delta(long version, AccessDelta delta) -> {
                lines.accept(bytes(named("delta").put("version", version)));
                ConfigWire.write(delta, lines);
            }
            case Frame.Heartbeat(long version) ->
                lines.accept(bytes(named("heartbeat").put("version", version)));
            case Frame.Keys(List<SecretValue> keys) -> {
                ObjectNode frameNode = named("keys");
                var array = frameNode.putArray("keys");
                keys.forEach(key -> array.add(key.bytes()));
                lines.accept(bytes(frameNode));
            }
            case Frame.Issuer(TrustedIssuer issuer) -> {
                ObjectNode frameNode = named("issuer");
                if (issuer != null) {
                    frameNode
                            .put("issuer", issuer.issuer())
                            .put("audience", issuer.audience())
                            .put("jwks", issuer.jwks());
                }
                lines.accept(bytes(frameNode));
            }
            case Frame.Findings(ObjectFindings findings) -> {
                ObjectNode frameNode = named("findings").put("optional", true);
                FindingsJson.write(findings, frameNode);
                lines.accept(bytes(frameNode));
            }
            case Frame.GoingAway() -> lines.accept(bytes(named("goingAway")));
        }
    }

    private static ObjectNode named(String frame) {
        return JSON.createObjectNode().put("frame", frame);
    }

    private static byte[] bytes(ObjectNode node) {
        try {
            return JSON.writeValueAsBytes(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree can be written", e);
        }
    }
}
