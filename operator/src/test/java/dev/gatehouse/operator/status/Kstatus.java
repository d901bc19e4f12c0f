package dev.gatehouse.operator.status;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * How Flux and others that follow kstatus judge an object of a kind that they do not know: by its generation and by three
 * conditions. Where neither says anything it is current, also without any status.
 */
public enum Kstatus {
    CURRENT,
    IN_PROGRESS,
    FAILED,
    TERMINATING;

    public static Kstatus of(JsonNode object) {
        if (object.at("/metadata").hasNonNull("deletionTimestamp")) {
            return TERMINATING;
        }
        JsonNode generation = object.at("/metadata/generation");
        JsonNode observed = object.at("/status/observedGeneration");
        if (generation.isNumber() && observed.isNumber() && generation.asLong() != observed.asLong()) {
            return IN_PROGRESS;
        }
        for (JsonNode condition : object.at("/status/conditions")) {
            if (says(condition, "Reconciling", "True")) {
                return IN_PROGRESS;
            }
            if (says(condition, "Stalled", "True")) {
                return FAILED;
            }
        }
        for (JsonNode condition : object.at("/status/conditions")) {
            if (says(condition, "Ready", "False") || says(condition, "Ready", "Unknown")) {
                return IN_PROGRESS;
            }
        }
        return CURRENT;
    }

    private static boolean says(JsonNode condition, String type, String status) {
        return type.equals(condition.path("type").asText())
                && status.equals(condition.path("status").asText());
    }
}
