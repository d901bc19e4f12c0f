package dev.gatehouse.model.resource;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.ValidationRule;
import org.jspecify.annotations.Nullable;

/**
 * Who may refer to an object from another namespace; the object's owner decides. As Gateway API's {@code
 * AllowedRoutes.namespaces}.
 */
@ValidationRule(value = "self.from != 'Selector' || has(self.selector)", message = AllowedNamespaces.SELECTOR_MISSING)
@ValidationRule(
        value = "self.from == 'Selector' || !has(self.selector)",
        message = "selector " + AllowedNamespaces.SELECTOR_USELESS)
public record AllowedNamespaces(
        @JsonPropertyDescription("Same: only this namespace. All: every one. Selector: those whose labels match.")
        @Default("Same")
        From from,

        @JsonPropertyDescription("Judged on the labels of the referring Namespace; only with from: Selector.") @Nullable
        LabelSelector selector) {

    public static final String SELECTOR_MISSING = "has from: Selector without a selector; add one";
    public static final String SELECTOR_USELESS = "has no effect; set from: Selector, or remove it";

    public static final AllowedNamespaces SAME = new AllowedNamespaces(From.SAME, null);

    public AllowedNamespaces(@Nullable From from, @Nullable LabelSelector selector) {
        this.from = from == null ? From.SAME : from;
        this.selector = selector;
    }

    /** Which namespaces are meant. */
    public enum From {
        @JsonProperty("Same")
        SAME,
        @JsonProperty("All")
        ALL,
        @JsonProperty("Selector")
        SELECTOR
    }
}
