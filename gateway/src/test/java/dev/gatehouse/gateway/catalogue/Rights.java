package dev.gatehouse.gateway.catalogue;

import dev.gatehouse.model.access.Glob;
import dev.gatehouse.model.access.Grants;
import dev.gatehouse.model.access.NamePatterns;
import dev.gatehouse.model.access.NameRules;
import dev.gatehouse.model.access.Principal;
import dev.gatehouse.model.access.PrincipalKey;
import dev.gatehouse.model.access.PrincipalKind;
import dev.gatehouse.model.access.RuleSet;
import dev.gatehouse.model.access.ServerId;
import dev.gatehouse.model.access.ServerRules;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Grants for tests, in few words. */
final class Rights {

    private Rights() {}

    static ServerId id(String key) {
        return new ServerId("platform", key);
    }

    /** Everything of these servers. */
    static Grants whole(String... keys) {
        return of(Arrays.stream(keys)
                .map(key -> new ServerRules(id(key), 0, NameRules.NONE, NameRules.NONE, NameRules.NONE))
                .toArray(ServerRules[]::new));
    }

    /** Exact tools of one server. */
    static ServerRules tools(String key, String... names) {
        return new ServerRules(id(key), NamePatterns.NO_RULE, granting(names), NameRules.NONE, NameRules.NONE);
    }

    /** Exact resources, or globs of them, of one server. */
    static ServerRules resources(String key, String... uris) {
        return new ServerRules(id(key), NamePatterns.NO_RULE, NameRules.NONE, NameRules.NONE, granting(uris));
    }

    static Grants of(ServerRules... rules) {
        return new Grants(List.of(RuleSet.of(RuleSet.INLINE, List.of(rules))));
    }

    static NameRules granting(String... patterns) {
        return new NameRules(patterns(patterns), NamePatterns.NONE);
    }

    static NamePatterns patterns(String... patterns) {
        Map<String, Integer> exact = new HashMap<>();
        for (String pattern : patterns) {
            if (!Glob.isGlob(pattern)) {
                exact.put(pattern, 0);
            }
        }
        return new NamePatterns(
                exact,
                Arrays.stream(patterns)
                        .filter(Glob::isGlob)
                        .map(pattern -> new NamePatterns.IndexedGlob(Glob.of(pattern), 0))
                        .toList());
    }

    static Principal principal(String name, Grants grants) {
        var key = new PrincipalKey(PrincipalKind.CLIENT, "team-a", name);
        return new Principal(key, "uid-" + name, 1, null, List.of(), grants, null);
    }
}
