package dev.gatehouse.model.link;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.model.resource.Kind;
import dev.gatehouse.model.resource.ResourceKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@link ObjectFindings} as members of a frame. */
final class FindingsJson {

    private FindingsJson() {}

    static void write(ObjectFindings findings, ObjectNode frame) {
        frame.put("more", findings.more());
        var array = frame.putArray("findings");
        for (ObjectFinding finding : findings.told()) {
            array.addObject()
                    .put("kind", finding.object().kind().manifestName())
                    .put("namespace", finding.object().namespace())
                    .put("name", finding.object().name())
                    .put("error", finding.error())
                    .put("reason", finding.reason())
                    .put("path", finding.path())
                    .put("message", finding.message());
        }
    }

    /** What is said of a kind that this version does not know counts among what is not told. */
    static ObjectFindings read(JsonNode frame) {
        List<ObjectFinding> told = new ArrayList<>();
        int unknown = 0;
        for (JsonNode node : frame.required("findings")) {
            Optional<Kind> kind = Kind.ofManifestName(node.required("kind").textValue());
            if (kind.isPresent()) {
                told.add(read(kind.get(), node));
            } else {
                unknown++;
            }
        }
        return new ObjectFindings(told, frame.required("more").intValue() + unknown);
    }

    private static ObjectFinding read(Kind kind, JsonNode node) {
        return new ObjectFinding(
                new ResourceKey(
                        kind,
                        node.required("namespace").textValue(),
                        node.required("name").textValue()),
                node.required("error").booleanValue(),
                node.required("reason").textValue(),
                node.required("path").textValue(),
                node.required("message").textValue());
    }
}
