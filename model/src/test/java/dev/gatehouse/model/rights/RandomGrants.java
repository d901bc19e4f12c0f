package dev.gatehouse.model.rights;

import dev.gatehouse.model.access.Grants;
import dev.gatehouse.model.access.RuleSet;
import dev.gatehouse.model.access.RuleSetBuilder;
import dev.gatehouse.model.access.ServerId;
import dev.gatehouse.model.resource.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Small rights over few letters, so that brute force sees all that matters. Seeded. */
final class RandomGrants {

    static final ServerId SERVER = new ServerId("a", "s");

    private static final List<String> URI_PATTERNS = List.of(
            "*",
            "r://a/*",
            "r://a/b",
            "r://a/../b",
            "r://*",
            "r://a/b:*",
            "r://a/b%3Ax",
            "r://a/b/",
            "r://a/*b",
            "r://a/{*",
            "r://a/b?*",
            "*b",
            "*/b");

    private final Random random;

    RandomGrants(long seed) {
        this.random = new Random(seed);
    }

    Grants next() {
        var ruleSets = new ArrayList<RuleSet>();
        for (int i = random.nextInt(3); i > 0; i--) {
            var builder = new RuleSetBuilder("set " + i);
            for (int rule = random.nextInt(3); rule >= 0; rule--) {
                builder.add(rule, rule(), List.of(SERVER));
            }
            ruleSets.add(builder.build());
        }
        return new Grants(ruleSets);
    }

    private Rule rule() {
        boolean whole = random.nextInt(5) == 0;
        return new Rule(
                "s",
                null,
                whole ? null : names(),
                null,
                whole ? null : uris(),
                random.nextInt(3) == 0 ? new Rule.Exceptions(names(), List.of(), uris()) : null);
    }

    private List<String> names() {
        var names = new ArrayList<String>();
        for (int i = random.nextInt(3); i > 0; i--) {
            var name = new StringBuilder();
            for (int length = random.nextInt(4); length >= 0; length--) {
                name.append("ab*".charAt(random.nextInt(3)));
            }
            names.add(name.toString());
        }
        return names;
    }

    private List<String> uris() {
        var uris = new ArrayList<String>();
        for (int i = random.nextInt(3); i > 0; i--) {
            uris.add(URI_PATTERNS.get(random.nextInt(URI_PATTERNS.size())));
        }
        return uris;
    }
}
