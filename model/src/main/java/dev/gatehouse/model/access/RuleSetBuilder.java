package dev.gatehouse.model.access;

import dev.gatehouse.model.resource.Rule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Compiles the rules of one rule set, given in their order, each with the servers that it resolves to. */
public final class RuleSetBuilder {

    private final String origin;
    private final Map<ServerId, ServerBuilder> servers = new TreeMap<>();

    public RuleSetBuilder(String origin) {
        this.origin = origin;
    }

    /** Adds the rule at {@code index}, which covers all of {@code covered}; its exceptions apply to all of them as well. */
    public RuleSetBuilder add(int index, Rule rule, Collection<ServerId> covered) {
        for (ServerId server : covered) {
            servers.computeIfAbsent(server, ServerBuilder::new).add(index, rule);
        }
        return this;
    }

    public RuleSet build() {
        return RuleSet.of(
                origin, servers.values().stream().map(ServerBuilder::build).toList());
    }

    private static final class ServerBuilder {
        private final ServerId server;
        private int wholeServer = NamePatterns.NO_RULE;
        private final NamesBuilder tools = new NamesBuilder();
        private final NamesBuilder prompts = new NamesBuilder();
        private final NamesBuilder resources = new NamesBuilder();

        ServerBuilder(ServerId server) {
            this.server = server;
        }

        void add(int index, Rule rule) {
            if (rule.grantsWholeServer() && wholeServer == NamePatterns.NO_RULE) {
                wholeServer = index;
            }
            tools.grant(index, rule.tools());
            prompts.grant(index, rule.prompts());
            resources.grant(index, rule.resources());
            Rule.Exceptions except = rule.except();
            if (except != null) {
                tools.except(index, except.tools());
                prompts.except(index, except.prompts());
                resources.except(index, ResourceUri.patternSpellings(except.resources()));
            }
        }

        ServerRules build() {
            return new ServerRules(server, wholeServer, tools.build(), prompts.build(), resources.build());
        }
    }

    private static final class NamesBuilder {
        private final PatternsBuilder granted = new PatternsBuilder();
        private final PatternsBuilder excepted = new PatternsBuilder();

        void grant(int index, @Nullable Collection<String> patterns) {
            if (patterns != null) {
                patterns.forEach(pattern -> granted.add(index, pattern));
            }
        }

        void except(int index, Collection<String> patterns) {
            patterns.forEach(pattern -> excepted.add(index, pattern));
        }

        NameRules build() {
            NamePatterns grants = granted.build();
            NamePatterns exceptions = excepted.build();
            return grants.isEmpty() && exceptions.isEmpty() ? NameRules.NONE : new NameRules(grants, exceptions);
        }
    }

    private static final class PatternsBuilder {
        private final Map<String, Integer> exact = new HashMap<>();
        private final List<NamePatterns.IndexedGlob> globs = new ArrayList<>();

        void add(int index, String pattern) {
            if (!Glob.isGlob(pattern)) {
                exact.putIfAbsent(pattern, index);
            } else if (globs.stream().noneMatch(known -> known.glob().pattern().equals(pattern))) {
                globs.add(new NamePatterns.IndexedGlob(Glob.of(pattern), index));
            }
        }

        NamePatterns build() {
            return exact.isEmpty() && globs.isEmpty() ? NamePatterns.NONE : new NamePatterns(exact, globs);
        }
    }
}
