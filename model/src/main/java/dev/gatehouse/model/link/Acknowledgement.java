package dev.gatehouse.model.link;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.model.access.StateDigest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * What a gateway enforces, said after every change and with every heartbeat.
 *
 * @param link that the operator's greeting gave
 * @param version of the last frame that was applied; 0 before the first
 * @param digest of the state that is enforced
 * @param wholes how many whole configurations this stream has brought: tells what was said before the last one from what is
 *     said because of it
 * @param wantsWhole the two ends have drifted apart: the whole configuration has to be sent again
 */
public record Acknowledgement(String link, long version, StateDigest digest, int wholes, boolean wantsWhole) {

    /** In bytes. */
    public static final int MAX_LENGTH = 1024;

    private static final ObjectMapper JSON = new ObjectMapper();

    public byte[] toJson() {
        return JSON.createObjectNode()
                .put("link", link)
                .put("version", version)
                .put("digest", digest.hex())
                .put("wholes", wholes)
                .put("wantsWhole", wantsWhole)
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }

    public static Acknowledgement parse(byte[] json) throws LinkException {
        try {
            JsonNode node = JSON.readTree(json);
            return new Acknowledgement(
                    node.required("link").textValue(),
                    node.required("version").longValue(),
                    StateDigest.parse(node.required("digest").textValue()),
                    node.required("wholes").intValue(),
                    node.required("wantsWhole").booleanValue());
        } catch (IOException | RuntimeException e) {
            throw new LinkException("an acknowledgement cannot be read", e);
        }
    }
}
