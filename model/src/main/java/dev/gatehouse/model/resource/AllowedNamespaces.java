package dev.gatehouse.model.resource;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * Who may refer to an object from another namespace; the object's owner decides. As Gateway API's {@code
 * AllowedRoutes.namespaces}.
 *
 * @param selector judged on the labels of the referring {@link Namespace}; only with {@code from: Selector}
 */
public record AllowedNamespaces(From from, @Nullable LabelSelector selector) {

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
