package dev.gatehouse.operator.crd;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.gatehouse.model.resource.status.ConditionType;
import dev.gatehouse.operator.status.ConditionReason.Course;
import java.util.List;

/**
 * The status of an object that the operator has not seen yet, as in Gateway API: to kstatus, Flux and Argo CD an object
 * without a status would count as current.
 */
final class FirstStatus {

    private static final List<ConditionType> TYPES =
            List.of(ConditionType.READY, ConditionType.ACCEPTED, ConditionType.RESOLVED_REFS, ConditionType.PROGRAMMED);

    private FirstStatus() {}

    static JsonNode json() {
        var status = JsonNodeFactory.instance.objectNode();
        ArrayNode conditions = status.putArray("conditions");
        for (ConditionType type : TYPES) {
            conditions
                    .addObject()
                    .put("type", type.text())
                    .put("status", "Unknown")
                    .put("reason", Course.PENDING.text())
                    .put("message", "waiting for the operator")
                    .put("lastTransitionTime", "1970-01-01T00:00:00Z");
        }
        return status;
    }
}
