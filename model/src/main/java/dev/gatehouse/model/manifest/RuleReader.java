package dev.gatehouse.model.manifest;

import dev.gatehouse.model.resource.AllowListRef;
import dev.gatehouse.model.resource.AllowedNamespaces;
import dev.gatehouse.model.resource.LabelSelector;
import dev.gatehouse.model.resource.McpAllowListSpec;
import dev.gatehouse.model.resource.Rule;

/** Reads rules, and who may refer to them. */
final class RuleReader {

    private RuleReader() {}

    static McpAllowListSpec allowList(Fields fields) {
        return new McpAllowListSpec(
                fields.text("description"),
                fields.list("rules", value -> value.fields(RuleReader::rule)),
                fields.object("allowedNamespaces", RuleReader::allowedNamespaces));
    }

    static Rule rule(Fields fields) {
        return new Rule(
                fields.requiredText("server"),
                fields.text("namespace"),
                fields.texts("tools"),
                fields.texts("prompts"),
                fields.texts("resources"),
                fields.object("except", RuleReader::exceptions));
    }

    private static Rule.Exceptions exceptions(Fields fields) {
        return new Rule.Exceptions(fields.texts("tools"), fields.texts("prompts"), fields.texts("resources"));
    }

    static AllowListRef allowListRef(Fields fields) {
        return new AllowListRef(fields.requiredText("name"), fields.text("namespace"));
    }

    static AllowedNamespaces allowedNamespaces(Fields fields) {
        return new AllowedNamespaces(
                fields.constant("from", AllowedNamespaces.From.class), fields.object("selector", RuleReader::selector));
    }

    private static LabelSelector selector(Fields fields) {
        return new LabelSelector(
                fields.textMap("matchLabels"),
                fields.list("matchExpressions", value -> value.fields(RuleReader::requirement)));
    }

    private static LabelSelector.Requirement requirement(Fields fields) {
        YamlValue value = fields.requiredValue("operator");
        LabelSelector.Operator operator = value == null ? null : value.constant(LabelSelector.Operator.class);
        return new LabelSelector.Requirement(
                fields.requiredText("key"),
                operator == null ? LabelSelector.Operator.EXISTS : operator,
                fields.texts("values"));
    }
}
