package dev.gatehouse.operator.crd;

import dev.gatehouse.model.resource.Kind;
import dev.gatehouse.model.resource.McpServerSpec;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceColumnDefinition;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceColumnDefinitionBuilder;
import io.fabric8.kubernetes.api.model.apiextensions.v1.ValidationRule;
import io.fabric8.kubernetes.api.model.apiextensions.v1.ValidationRuleBuilder;
import java.util.ArrayList;
import java.util.List;

/** What a CRD says of its kind as a whole: sentences, rules that look at the name, columns of {@code kubectl get}. */
record KindTexts(String kind, String spec, List<ValidationRule> rules, List<CustomResourceColumnDefinition> columns) {

    static KindTexts of(Kind kind) {
        return switch (kind) {
            case MCP_SERVER ->
                new KindTexts(
                        "An upstream MCP server that the gateway may forward to.",
                        "Where the upstream is, how to talk to it, and who may grant access to it.",
                        List.of(nameIsAKey()),
                        list(text("Key", ".status.key"), text("URL", ".status.url")));
            case MCP_ALLOW_LIST ->
                new KindTexts(
                        "A reusable set of rules that clients and users refer to.",
                        "The rules, and from which namespaces they may be referred to.",
                        List.of(),
                        list());
            case MCP_CLIENT ->
                new KindTexts(
                        "A machine identity (IDE, bridge, agent) with its tokens and its rights on the MCP plane.",
                        "How the client authenticates, and what it may do.",
                        List.of(),
                        list(text("Tokens", ".status.activeTokens"), text("Servers", ".status.servers")));
            case MCP_USER ->
                new KindTexts(
                        "A human identity with its tokens, role and rights on the management plane; never valid on the MCP plane.",
                        "How the user authenticates, and what it may do.",
                        List.of(),
                        list(
                                text("Role", ".spec.role"),
                                text("Tokens", ".status.activeTokens"),
                                text("Servers", ".status.servers")));
            case MCP_GATEWAY ->
                new KindTexts(
                        "The gateway fleet: its public address, whom it answers, and its limits. At most one; of several the oldest wins.",
                        "Settings of the fleet. What is left out has its default.",
                        List.of(),
                        list(text("In Sync", ".status.inSync"), number("Config Version", ".status.configVersion")));
            case SECRET, NAMESPACE -> throw new IllegalArgumentException(kind + " is not Gatehouse's");
        };
    }

    private static ValidationRule nameIsAKey() {
        return new ValidationRuleBuilder()
                .withRule("has(self.spec.exposeAs) || (self.metadata.name.size() <= " + McpServerSpec.LONGEST_KEY
                        + " && self.metadata.name.matches('" + McpServerSpec.KEY_PATTERN + "'))")
                .withMessage("metadata.name " + McpServerSpec.NAME_MESSAGE)
                .build();
    }

    private static List<CustomResourceColumnDefinition> list(CustomResourceColumnDefinition... own) {
        var columns = new ArrayList<CustomResourceColumnDefinition>();
        columns.add(text("Ready", ".status.conditions[?(@.type==\"Ready\")].status"));
        columns.add(text("Reason", ".status.conditions[?(@.type==\"Ready\")].reason"));
        columns.addAll(List.of(own));
        columns.add(column("Age", ".metadata.creationTimestamp", "date"));
        return columns;
    }

    private static CustomResourceColumnDefinition text(String name, String path) {
        return column(name, path, "string");
    }

    private static CustomResourceColumnDefinition number(String name, String path) {
        return column(name, path, "integer");
    }

    private static CustomResourceColumnDefinition column(String name, String path, String type) {
        return new CustomResourceColumnDefinitionBuilder()
                .withName(name)
                .withJsonPath(path)
                .withType(type)
                .build();
    }
}
