package dev.gatehouse.model.translate;

import dev.gatehouse.model.access.RuleSet;
import dev.gatehouse.model.access.RuleSetBuilder;
import dev.gatehouse.model.access.ServerId;
import dev.gatehouse.model.resource.Rule;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Resolves the rules of one rule set against the servers that its holder's namespace may grant. */
final class RuleCompiler {

    private static final String NOT_PERMITTED =
            " is not permitted from here. The server's owner permits it through spec.allowedNamespaces.";

    private final ServerCatalogue catalogue;
    private final String holderNamespace;
    private final String path;
    private final Verdict verdict;

    private RuleCompiler(ServerCatalogue catalogue, String holderNamespace, String path, Verdict verdict) {
        this.catalogue = catalogue;
        this.holderNamespace = holderNamespace;
        this.path = path;
        this.verdict = verdict;
    }

    /**
     * Compiles {@code rules}, which stand at {@code path} of an object in {@code holderNamespace}. A rule whose server does
     * not resolve grants nothing.
     */
    static RuleSet compile(
            String origin,
            List<Rule> rules,
            String holderNamespace,
            String path,
            ServerCatalogue catalogue,
            Verdict verdict) {
        var compiler = new RuleCompiler(catalogue, holderNamespace, path, verdict);
        var builder = new RuleSetBuilder(origin);
        for (int i = 0; i < rules.size(); i++) {
            builder.add(i, rules.get(i), compiler.resolve(rules.get(i), i));
        }
        return builder.build();
    }

    private List<ServerId> resolve(Rule rule, int index) {
        String at = path + "[" + index + "]";
        List<ServerCatalogue.Entry> covered =
                rule.server().equals(Rule.EVERY_SERVER) ? everyServer(rule, at) : oneServer(rule, at);
        warnOfPrefixes(rule.tools(), at + ".tools", covered);
        warnOfPrefixes(rule.prompts(), at + ".prompts", covered);
        return covered.stream().map(ServerCatalogue.Entry::id).toList();
    }

    private List<ServerCatalogue.Entry> everyServer(Rule rule, String at) {
        verdict.warn(
                at + ".server",
                at + ".server is \"*\": it grants servers that are yet to be added, too. Name them if you can.");
        return catalogue.grantableFrom(holderNamespace).stream()
                .filter(entry -> rule.namespace() == null
                        || rule.namespace().equals(entry.id().namespace()))
                .toList();
    }

    private List<ServerCatalogue.Entry> oneServer(Rule rule, String at) {
        String namespace = rule.namespace() == null ? holderNamespace : rule.namespace();
        ServerCatalogue.Entry entry = catalogue.find(new ServerId(namespace, rule.server()));
        if (entry != null && catalogue.mayGrant(holderNamespace, entry)) {
            return List.of(entry);
        }
        report(namespace, rule.server(), at + ".server");
        return List.of();
    }

    /** Says the same of a server that does not exist as of one that may not be granted, where it is another's. */
    private void report(String namespace, String server, String at) {
        String name = namespace + "/" + server;
        if (namespace.equals(holderNamespace)) {
            verdict.add(
                    at,
                    Reason.SERVER_NOT_FOUND,
                    "There is no McpServer " + name + "; check its name, or its namespace.");
        } else {
            verdict.add(at, Reason.REF_NOT_PERMITTED, "McpServer " + name + NOT_PERMITTED);
        }
    }

    private void warnOfPrefixes(@Nullable List<String> patterns, String at, List<ServerCatalogue.Entry> covered) {
        if (patterns == null) {
            return;
        }
        var prefixes = new ArrayList<String>();
        for (ServerCatalogue.Entry entry : covered) {
            prefixes.add(entry.key() + "__");
            prefixes.add(entry.id().name() + "__");
        }
        for (int i = 0; i < patterns.size(); i++) {
            String pattern = patterns.get(i);
            for (String prefix : prefixes) {
                if (pattern.startsWith(prefix)) {
                    String place = at + "[" + i + "]";
                    String own = pattern.substring(prefix.length());
                    verdict.warn(
                            place,
                            place + " begins with \"" + prefix
                                    + "\", but names are matched as the server itself gives them; write \"" + own
                                    + "\".");
                    break;
                }
            }
        }
    }
}
