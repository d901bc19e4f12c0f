package dev.gatehouse.gateway.cli.mcpjungle;

import dev.gatehouse.gateway.cli.mcpjungle.JsonFields.Entry;
import dev.gatehouse.model.resource.Rule;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * Makes rules of a client's list of servers. An entry that is dead in MCPJungle grants nothing here either, also where the
 * same text would be alive: a migration must not hand out rights.
 */
final class AllowEntries {

    private final KnownServers servers;
    private final Remarks remarks;

    AllowEntries(KnownServers servers, Remarks remarks) {
        this.servers = servers;
        this.remarks = remarks;
    }

    List<Rule> rules(List<Entry> entries) {
        var granted = new LinkedHashSet<String>();
        for (Entry entry : entries) {
            if (entry.text().equals(Rule.EVERY_SERVER)) {
                granted.add(Rule.EVERY_SERVER);
                continue;
            }
            servers.objection(entry.text())
                    .ifPresentOrElse(
                            objection -> remarks.warn(
                                    entry.at(),
                                    "the entry '" + entry.text() + "' " + objection
                                            + ": it grants nothing there, and is left out here. If it should grant"
                                            + " something, write a rule into spec.allow."),
                            () -> granted.add(serverHere(entry)));
        }
        return granted.stream()
                .map(server -> new Rule(server, null, null, null, null, null))
                .toList();
    }

    private String serverHere(Entry entry) {
        String name = servers.nameHere(entry.text());
        if (servers.isRenamedUnseen(entry.text())) {
            remarks.warn(entry.at(), "the server '" + entry.text() + "' is taken to be McpServer " + name + " here.");
        }
        return name;
    }
}
