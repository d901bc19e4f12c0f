package dev.gatehouse.model.translate;

import dev.gatehouse.model.access.Grants;
import dev.gatehouse.model.access.RuleSet;
import dev.gatehouse.model.resource.AllowListRef;
import dev.gatehouse.model.resource.Rule;
import dev.gatehouse.model.translate.memory.LastAnswer;
import dev.gatehouse.model.translate.memory.SharedInstances;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rights that a principal declares, shared by all that declare the same from the same namespace, and what they come to
 * in the present world. It remembers the last answer, and asks again only for what has changed around it.
 */
final class RightsPlan {

    private static final String NOT_PERMITTED =
            " is not permitted from here. The list's owner permits it through spec.allowedNamespaces.";

    private final Key key;
    private final SharedInstances shared;
    private final LastAnswer<ServerCatalogue, Inline> inline = new LastAnswer<>();
    private final LastAnswer<AllowLists, Rights> rights = new LastAnswer<>();

    RightsPlan(Key key, SharedInstances shared) {
        this.key = key;
        this.shared = shared;
    }

    /** What a principal declares, and where. */
    record Key(String namespace, List<Rule> allow, List<AllowListRef> refs) {}

    /** What that comes to. */
    record Rights(Grants grants, List<Verdict.Draft> findings) {
        static final Rights NONE = new Rights(Grants.NONE, List.of());
    }

    /** What the rules come to that the principal itself holds, null if it holds none. */
    private record Inline(@Nullable RuleSet rules, List<Verdict.Draft> findings) {}

    Key key() {
        return key;
    }

    /** The same instance as before, unless something is different. */
    Rights in(AllowLists present) {
        return rights.to(present, this::combine);
    }

    private Inline compile(ServerCatalogue catalogue) {
        if (key.allow().isEmpty()) {
            return new Inline(null, List.of());
        }
        var verdict = new Verdict();
        RuleSet rules = shared.ruleSet(
                RuleCompiler.compile(RuleSet.INLINE, key.allow(), key.namespace(), "spec.allow", catalogue, verdict));
        return new Inline(rules, verdict.drafts());
    }

    private Rights combine(AllowLists present) {
        Inline own = inline.to(present.catalogue(), this::compile);
        var ruleSets = new LinkedHashSet<RuleSet>();
        if (own.rules() != null) {
            ruleSets.add(own.rules());
        }
        var verdict = new Verdict();
        for (int i = 0; i < key.refs().size(); i++) {
            RuleSet rules = resolve(key.refs().get(i), "spec.allowListRefs[" + i + "]", present, verdict);
            if (rules != null) {
                ruleSets.add(rules);
            }
        }
        var findings = new ArrayList<>(own.findings());
        findings.addAll(verdict.drafts());
        Grants grants = ruleSets.isEmpty() ? Grants.NONE : shared.grants(new Grants(List.copyOf(ruleSets)));
        return new Rights(grants, List.copyOf(findings));
    }

    private @Nullable RuleSet resolve(AllowListRef ref, String path, AllowLists present, Verdict verdict) {
        String namespace = ref.namespace() == null ? key.namespace() : ref.namespace();
        String name = namespace + "/" + ref.name();
        AllowLists.Compiled list = present.find(namespace, ref.name());
        if (list != null && present.isPermitted(list, key.namespace())) {
            if (list.rules() == null) {
                verdict.warn(
                        path, "McpAllowList " + name + " is refused itself and grants nothing until it is put right.");
            }
            return list.rules();
        }
        if (namespace.equals(key.namespace())) {
            verdict.add(
                    path,
                    Reason.ALLOW_LIST_NOT_FOUND,
                    "There is no McpAllowList " + name + "; check its name, or its namespace.");
        } else {
            verdict.add(path, Reason.REF_NOT_PERMITTED, "McpAllowList " + name + NOT_PERMITTED);
        }
        return null;
    }
}
