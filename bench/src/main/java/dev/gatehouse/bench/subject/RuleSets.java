package dev.gatehouse.bench.subject;

import dev.gatehouse.bench.traffic.Rights;
import dev.gatehouse.bench.traffic.WireDialect;
import dev.gatehouse.bench.upstream.BenchTools;

/** Where the rules of clients stand. */
public enum RuleSets {
    /** In each client, the same text in all of them. */
    OWN,
    /** In one allow-list that all clients refer to. */
    SHARED;

    private static final String EXCEPTION = "      except: {tools: [" + BenchTools.SECRET + "]}\n";

    String of(Rights rights) {
        return switch (this) {
            case OWN -> "  allow:\n" + rule(rights);
            case SHARED -> "  allowListRefs: [{name: %s}]\n".formatted(listName(rights));
        };
    }

    static String lists() {
        var lists = new StringBuilder();
        for (Rights rights : Rights.values()) {
            lists.append("""
                ---
                apiVersion: gatehouse.dev/v1alpha1
                kind: McpAllowList
                metadata: {name: %s, namespace: bench}
                spec:
                  rules:
                """.formatted(listName(rights))).append(rule(rights));
        }
        return lists.toString();
    }

    private static String listName(Rights rights) {
        return switch (rights) {
            case ALL_BUT_ONE -> "all-but-one";
            case ALL -> "all";
        };
    }

    private static String rule(Rights rights) {
        String rule = "    - server: %s%n      tools: [\"*\"]%n".formatted(WireDialect.SERVER_KEY);
        return switch (rights) {
            case ALL_BUT_ONE -> rule + EXCEPTION;
            case ALL -> rule;
        };
    }
}
