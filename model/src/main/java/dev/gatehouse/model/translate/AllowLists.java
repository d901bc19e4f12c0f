package dev.gatehouse.model.translate;

import dev.gatehouse.model.access.RuleSet;
import dev.gatehouse.model.resource.AllowedNamespaces;
import dev.gatehouse.model.resource.McpAllowList;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All allow-lists, compiled. The rules of one are resolved from the list's own namespace: it hands on what its owner may
 * grant, not what the referring object could.
 */
final class AllowLists {

    private final Map<Name, Compiled> byName;
    private final ServerCatalogue catalogue;

    private AllowLists(Map<Name, Compiled> byName, ServerCatalogue catalogue) {
        this.byName = byName;
        this.catalogue = catalogue;
    }

    /** Names an allow-list. */
    record Name(String namespace, String name) implements Comparable<Name> {
        @Override
        public int compareTo(Name other) {
            int byNamespace = namespace.compareTo(other.namespace);
            return byNamespace != 0 ? byNamespace : name.compareTo(other.name);
        }
    }

    /** @param rules null: the list is refused */
    record Compiled(
            McpAllowList source,
            AllowedNamespaces allowed,
            @Nullable RuleSet rules,
            List<Finding> findings) {}

    static AllowLists none(ServerCatalogue catalogue) {
        return new AllowLists(Map.of(), catalogue);
    }

    /** Compiles {@code lists}, taking over from this what is still right; gives this itself if all of it is. */
    AllowLists update(List<McpAllowList> lists, ServerCatalogue next) {
        boolean sameCatalogue = catalogue.equals(next);
        boolean changed = !sameCatalogue || lists.size() != byName.size();
        var compiled = new TreeMap<Name, Compiled>();
        for (McpAllowList list : lists) {
            var name = new Name(list.metadata().namespace(), list.metadata().name());
            Compiled known = sameCatalogue ? byName.get(name) : null;
            if (known == null || !isSame(known.source(), list)) {
                known = compile(list, next);
                changed = true;
            }
            compiled.put(name, known);
        }
        return changed ? new AllowLists(compiled, next) : this;
    }

    @Nullable
    Compiled find(String namespace, String name) {
        return byName.get(new Name(namespace, name));
    }

    boolean isPermitted(Compiled list, String from) {
        return catalogue.isPermitted(list.allowed(), list.source().metadata().namespace(), from);
    }

    List<Finding> findings() {
        var findings = new ArrayList<Finding>();
        byName.values().forEach(list -> findings.addAll(list.findings()));
        return findings;
    }

    private static Compiled compile(McpAllowList list, ServerCatalogue catalogue) {
        var verdict = new Verdict();
        NamespaceCheck.check(
                list.spec().allowedNamespaces(), "spec.allowedNamespaces", catalogue.environment(), verdict);
        RuleCheck.check(list.spec().rules(), "spec.rules", verdict);
        RuleSet rules = null;
        if (!verdict.isInvalid()) {
            rules = RuleCompiler.compile(
                    list.key().toString(),
                    list.spec().rules(),
                    list.metadata().namespace(),
                    "spec.rules",
                    catalogue,
                    verdict);
        }
        return new Compiled(list, list.spec().allowedNamespaces(), rules, verdict.on(list.key()));
    }

    /** The same instance has not changed: whoever watches makes a new one of what has. */
    @SuppressWarnings("ReferenceEquality")
    private static boolean isSame(McpAllowList known, McpAllowList list) {
        return known == list;
    }
}
