package dev.gatehouse.model.link;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.model.access.TrustedIssuer;
import dev.gatehouse.model.access.WireReader;
import dev.gatehouse.model.access.WireReader.WireException;
import dev.gatehouse.model.resource.SecretValue;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the frames that {@link FrameWriter} writes. A frame of a kind that this end does not know is passed over when it
 * says that it is {@code optional}, and an error otherwise. Not thread-safe.
 */
public final class FrameReader {

    /** In bytes. An object of the cluster has at most 1.5 MB, and one entry says little more than one object. */
    static final int MAX_LINE = 8 << 20;

    /** Of one configuration or delta. */
    static final int MAX_ENTRIES = 5_000_000;

    private static final int MAX_KEYS = 8;
    private static final int MAX_LINK_NAME = 64;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final LineReader lines;

    public FrameReader(InputStream in) {
        this.lines = new LineReader(in, MAX_LINE);
    }

    /**
     * Waits for the next frame.
     *
     * @return null when the stream has ended between two frames
     * @throws LinkException when a frame makes no sense; nothing that comes after it does then
     */
    public @Nullable Frame next() throws IOException {
        byte[] line = lines.next();
        while (line != null) {
            Frame frame = frame(line);
            if (frame != null) {
                return frame;
            }
            line = lines.next();
        }
        return null;
    }

    private @Nullable Frame frame(byte[] line) throws IOException {
        try {
            JsonNode node = JSON.readTree(line);
            String name = node.path("frame").asText();
            return switch (name) {
                case "hello" -> hello(node);
                case "whole" -> new Frame.Whole(version(node), entries().config());
                case "delta" -> new Frame.Delta(version(node), entries().delta());
                case "heartbeat" -> new Frame.Heartbeat(version(node));
                case "keys" -> new Frame.Keys(keys(node.path("keys")));
                case "issuer" -> new Frame.Issuer(issuer(node));
                case "findings" -> new Frame.Findings(FindingsJson.read(node));
                case "goingAway" -> new Frame.GoingAway();
                default -> unknown(node);
            };
        } catch (JsonProcessingException e) {
            throw new LinkException("a frame is not JSON"); // without the cause, which may quote a key
        } catch (WireException | RuntimeException e) {
            throw new LinkException("a frame cannot be read", e);
        }
    }

    private WireReader entries() throws IOException, WireException {
        var reader = new WireReader();
        for (int entries = 0; !reader.isComplete(); entries++) {
            byte[] line = lines.next();
            if (line == null || entries == MAX_ENTRIES) {
                throw new LinkException("a configuration breaks off, or has more than " + MAX_ENTRIES + " entries");
            }
            reader.accept(line);
        }
        return reader;
    }

    private static Frame.Hello hello(JsonNode node) throws LinkException {
        String link = node.path("link").asText();
        long heartbeat = node.path("heartbeatMillis").asLong();
        if (link.isEmpty() || link.length() > MAX_LINK_NAME || heartbeat < 1 || heartbeat > 3_600_000) {
            throw new LinkException("the greeting is not one of this protocol");
        }
        return new Frame.Hello(node.path("protocol").asInt(), link, Duration.ofMillis(heartbeat));
    }

    private static long version(JsonNode node) throws LinkException {
        JsonNode version = node.path("version");
        if (!version.isIntegralNumber() || version.longValue() < 0) {
            throw new LinkException("a frame has no version");
        }
        return version.longValue();
    }

    private static List<SecretValue> keys(JsonNode array) throws IOException {
        if (!array.isArray() || array.size() > MAX_KEYS) {
            throw new LinkException("there are no keys, or more than " + MAX_KEYS);
        }
        var keys = new ArrayList<SecretValue>();
        for (JsonNode key : array) {
            keys.add(SecretValue.of(key.binaryValue()));
        }
        return keys;
    }

    private static @Nullable TrustedIssuer issuer(JsonNode node) {
        return node.has("issuer")
                ? new TrustedIssuer(
                        node.required("issuer").textValue(),
                        node.required("audience").textValue(),
                        node.required("jwks").textValue())
                : null;
    }

    private static @Nullable Frame unknown(JsonNode node) throws LinkException {
        if (node.path("optional").asBoolean(false)) {
            return null;
        }
        throw new LinkException("the other end sends frames that this version does not know");
    }
}
