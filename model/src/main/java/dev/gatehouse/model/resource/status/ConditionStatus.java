package dev.gatehouse.model.resource.status;

import com.fasterxml.jackson.annotation.JsonProperty;

/** As Kubernetes spells it. */
public enum ConditionStatus {
    @JsonProperty("True")
    TRUE,
    @JsonProperty("False")
    FALSE,
    @JsonProperty("Unknown")
    UNKNOWN
}
