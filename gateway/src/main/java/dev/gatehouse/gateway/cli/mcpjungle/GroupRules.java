package dev.gatehouse.gateway.cli.mcpjungle;

import dev.gatehouse.gateway.cli.mcpjungle.JsonFields.Entry;
import dev.gatehouse.model.resource.Rule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Makes rules of a group: included tools, and all tools of included servers, minus excluded tools. A group has tools only,
 * and so its rules grant no prompt and no resource.
 */
final class GroupRules {

    private static final String SEPARATOR = "__";
    private static final String EVERY_TOOL = "*";

    private final KnownServers servers;
    private final Remarks remarks;
    private final Map<String, SortedSet<String>> included = new LinkedHashMap<>();
    private final Map<String, SortedSet<String>> excluded = new LinkedHashMap<>();

    GroupRules(KnownServers servers, Remarks remarks) {
        this.servers = servers;
        this.remarks = remarks;
    }

    List<Rule> rules(JungleObject.Group group) {
        for (Entry entry : group.includedServers()) {
            servers.objection(entry.text())
                    .ifPresentOrElse(
                            objection -> dead(entry, objection),
                            () -> tools(included, entry.text()).add(EVERY_TOOL));
        }
        group.includedTools().forEach(entry -> addTool(entry, included));
        group.excludedTools().forEach(entry -> addTool(entry, excluded));
        var rules = new ArrayList<Rule>();
        included.forEach((server, tools) -> rules.add(rule(server, tools)));
        return rules;
    }

    private Rule rule(String server, SortedSet<String> tools) {
        List<String> granted = tools.contains(EVERY_TOOL) ? List.of(EVERY_TOOL) : List.copyOf(tools);
        SortedSet<String> except = excluded.get(server);
        return new Rule(
                servers.nameHere(server),
                null,
                granted,
                null,
                null,
                except == null ? null : new Rule.Exceptions(List.copyOf(except), null, null));
    }

    /** A tool's name begins with that of its server, up to the first double underscore. */
    private void addTool(Entry entry, Map<String, SortedSet<String>> to) {
        int end = entry.text().indexOf(SEPARATOR);
        if (end < 1 || end + SEPARATOR.length() == entry.text().length()) {
            dead(entry, "is no name of a tool, which is SERVER__TOOL");
            return;
        }
        String server = entry.text().substring(0, end);
        String tool = entry.text().substring(end + SEPARATOR.length());
        if (tool.indexOf('*') >= 0) {
            dead(entry, "is a pattern, and MCPJungle matches none");
            return;
        }
        servers.objection(server)
                .ifPresentOrElse(
                        objection -> dead(entry, objection),
                        () -> tools(to, server).add(tool));
    }

    private void dead(Entry entry, String objection) {
        remarks.warn(
                entry.at(),
                "the entry '" + entry.text() + "' " + objection + ": it means nothing there, and is left out here.");
    }

    private static SortedSet<String> tools(Map<String, SortedSet<String>> of, String server) {
        return of.computeIfAbsent(server, first -> new TreeSet<>());
    }
}
