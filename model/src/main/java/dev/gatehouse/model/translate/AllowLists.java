package dev.gatehouse.model.translate;

import dev.gatehouse.model.access.RuleSet;
import dev.gatehouse.model.resource.AllowedNamespaces;
import dev.gatehouse.model.resource.Kind;
import dev.gatehouse.model.resource.McpAllowList;
import dev.gatehouse.model.resource.ResourceKey;
import dev.gatehouse.model.translate.memory.Kept;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All allow-lists, compiled. The rules of one are resolved from the list's own namespace: it hands on what its owner may
 * grant, not what the referring object could.
 */
final class AllowLists {

    private final Kept<McpAllowList, Compiled> lists;
    private final ServerCatalogue catalogue;

    private AllowLists(Kept<McpAllowList, Compiled> lists, ServerCatalogue catalogue) {
        this.lists = lists;
        this.catalogue = catalogue;
    }

    /** @param rules null: the list is refused */
    record Compiled(
            String namespace,
            AllowedNamespaces allowed,
            @Nullable RuleSet rules,
            List<Finding> findings) {}

    static AllowLists none(ServerCatalogue catalogue) {
        return new AllowLists(Kept.nothing(), catalogue);
    }

    /** Compiles {@code next}, taking over from this what is still right; gives this itself if all of it is. */
    AllowLists update(List<McpAllowList> next, ServerCatalogue nextCatalogue, Quarantine quarantine) {
        boolean sameCatalogue = catalogue.equals(nextCatalogue);
        Kept<McpAllowList, Compiled> known = sameCatalogue ? lists : Kept.nothing();
        Kept<McpAllowList, Compiled> kept = known.next(next, list -> compile(list, nextCatalogue, quarantine));
        return sameCatalogue && kept.equals(lists) ? this : new AllowLists(kept, nextCatalogue);
    }

    ServerCatalogue catalogue() {
        return catalogue;
    }

    @Nullable
    Compiled find(String namespace, String name) {
        return lists.find(new ResourceKey(Kind.MCP_ALLOW_LIST, namespace, name));
    }

    boolean isPermitted(Compiled list, String from) {
        return catalogue.isPermitted(list.allowed(), list.namespace(), from);
    }

    List<Finding> findings() {
        return lists.all().stream().flatMap(list -> list.findings().stream()).toList();
    }

    private static Compiled compile(McpAllowList list, ServerCatalogue catalogue, Quarantine quarantine) {
        return quarantine.judge(
                list,
                () -> compile(list, catalogue),
                bug -> new Compiled(list.metadata().namespace(), list.spec().allowedNamespaces(), null, List.of(bug)));
    }

    private static Compiled compile(McpAllowList list, ServerCatalogue catalogue) {
        var verdict = new Verdict();
        String namespace = list.metadata().namespace();
        AllowedNamespaces allowed = list.spec().allowedNamespaces();
        catalogue.check(allowed, "spec.allowedNamespaces", verdict);
        RuleCheck.check(list.spec().rules(), "spec.rules", verdict);
        RuleSet rules = verdict.isInvalid()
                ? null
                : RuleCompiler.compile(
                        list.key().toString(), list.spec().rules(), namespace, "spec.rules", catalogue, verdict);
        return new Compiled(namespace, allowed, rules, verdict.on(list.key()));
    }
}
