package dev.gatehouse.model.resource;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A Kubernetes label selector: all of its requirements must hold. One without requirements matches everything. */
public record LabelSelector(
        @JsonPropertyDescription("Labels that must have these values.") @Size(max = MOST_REQUIREMENTS)
        Map<String, @Size(max = 63) String> matchLabels,

        @JsonPropertyDescription("Further requirements on labels.") @Size(max = MOST_REQUIREMENTS)
        List<Requirement> matchExpressions) {

    /** Labels or requirements of one selector, and values of one requirement. */
    public static final int MOST_REQUIREMENTS = 100;

    public LabelSelector(@Nullable Map<String, String> matchLabels, @Nullable List<Requirement> matchExpressions) {
        this.matchLabels = matchLabels == null ? Map.of() : Map.copyOf(matchLabels);
        this.matchExpressions = matchExpressions == null ? List.of() : List.copyOf(matchExpressions);
    }

    public boolean matches(Map<String, String> labels) {
        return matchLabels.entrySet().stream().allMatch(e -> e.getValue().equals(labels.get(e.getKey())))
                && matchExpressions.stream().allMatch(requirement -> requirement.matches(labels));
    }

    /** Whether nothing but this label can decide. */
    public boolean asksForNothingBut(String label) {
        return Stream.concat(
                        matchLabels.keySet().stream(), matchExpressions.stream().map(Requirement::key))
                .allMatch(label::equals);
    }

    /** One requirement on one label. */
    @ValidationRule(
            value = "!(self.operator in ['In', 'NotIn']) || (has(self.values) && size(self.values) > 0)",
            message = Requirement.VALUES_MISSING)
    @ValidationRule(
            value = "self.operator in ['In', 'NotIn'] || !has(self.values) || size(self.values) == 0",
            message = Requirement.VALUES_USELESS)
    public record Requirement(
            @Mandatory @JsonPropertyDescription("The name of the label.") @Size(min = 1, max = 316)
            String key,

            @Mandatory @JsonPropertyDescription("What must hold of its value.")
            Operator operator,

            @JsonPropertyDescription("For In and NotIn: the values meant.") @Size(max = MOST_REQUIREMENTS)
            List<@Size(max = 63) String> values) {

        public static final String VALUES_MISSING = "has In or NotIn without values; add some";
        public static final String VALUES_USELESS = "has Exists or DoesNotExist with values; remove them";

        public Requirement(String key, Operator operator, @Nullable List<String> values) {
            this.key = key;
            this.operator = operator;
            this.values = values == null ? List.of() : List.copyOf(values);
        }

        boolean matches(Map<String, String> labels) {
            String value = labels.get(key);
            return switch (operator) {
                case IN -> value != null && values.contains(value);
                case NOT_IN -> value == null || !values.contains(value);
                case EXISTS -> value != null;
                case DOES_NOT_EXIST -> value == null;
            };
        }
    }

    /** As Kubernetes spells them. */
    public enum Operator {
        @JsonProperty("In")
        IN,
        @JsonProperty("NotIn")
        NOT_IN,
        @JsonProperty("Exists")
        EXISTS,
        @JsonProperty("DoesNotExist")
        DOES_NOT_EXIST
    }
}
