package dev.gatehouse.model.access;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Why the {@link Decider} decides as it does: its answer, and what each of the rule sets has to do with it. It judges
 * nothing itself; it asks the decider about each rule set alone and looks up which pattern that answer rests on.
 *
 * @param parts one for each rule set that has rules for the server, in their order
 */
public record Explanation(Decision decision, List<Part> parts) {

    public Explanation {
        parts = List.copyOf(parts);
    }

    /**
     * What one rule set says.
     *
     * @param origin as in {@link RuleSet#origin()}
     * @param granted what grants it, whether or not something takes it away again
     * @param excepted what takes it away, present if the decision is {@link Decision.Reason#EXCEPTED}
     */
    public record Part(
            String origin,
            Decision decision,
            @Nullable Match granted,
            @Nullable Match excepted) {}

    /**
     * A rule and its pattern.
     *
     * @param rule its index in the rule set
     * @param pattern as the rule spells it; null: the rule grants the whole server
     */
    public record Match(int rule, @Nullable String pattern) {}

    public static Explanation of(Grants grants, Action action) {
        var parts = new ArrayList<Part>();
        for (RuleSet ruleSet : grants.ruleSets()) {
            ServerRules rules = ruleSet.rulesFor(action.server());
            if (rules != null) {
                parts.add(part(ruleSet, rules, action));
            }
        }
        return new Explanation(Decider.decide(grants, action), parts);
    }

    private static Part part(RuleSet ruleSet, ServerRules rules, Action action) {
        return switch (action) {
            case Action.Tool tool ->
                part(ruleSet, rules, rules.tools(), action, tool.name(), names -> names.matches(tool.name()));
            case Action.Prompt prompt ->
                part(ruleSet, rules, rules.prompts(), action, prompt.name(), names -> names.matches(prompt.name()));
            case Action.Resource resource ->
                part(
                        ruleSet,
                        rules,
                        rules.resources(),
                        action,
                        resource.uri(),
                        ResourceUri.of(resource.uri())::isExceptedBy);
            case Action.Template template ->
                part(
                        ruleSet,
                        rules,
                        rules.resources(),
                        action,
                        template.uriTemplate(),
                        ResourceUri.ofTemplate(template.uriTemplate())::isExceptedBy);
            case Action.Server _ -> new Part(ruleSet.origin(), alone(ruleSet, action), null, null);
        };
    }

    private static Part part(
            RuleSet ruleSet,
            ServerRules rules,
            NameRules names,
            Action action,
            String name,
            Predicate<NamePatterns> excepts) {
        Decision decision = alone(ruleSet, action);
        return new Part(
                ruleSet.origin(),
                decision,
                granted(decision, rules, names, action, name),
                excepted(decision, names, excepts));
    }

    private static Decision alone(RuleSet ruleSet, Action action) {
        return Decider.decide(new Grants(List.of(ruleSet)), action);
    }

    private static @Nullable Match granted(
            Decision decision, ServerRules rules, NameRules names, Action action, String name) {
        Match byServer = rules.grantsWholeServer() ? new Match(rules.wholeServer(), null) : null;
        if (decision instanceof Decision.Allowed allowed) {
            Match byPattern = first(
                    names.granted(),
                    pattern -> pattern.firstMatch(name) == allowed.rule() && allowsAlone(pattern, names, action));
            return byPattern == null ? byServer : byPattern;
        }
        Match byPattern = first(names.granted(), pattern -> pattern.matches(name));
        return byPattern == null || (byServer != null && byServer.rule() < byPattern.rule()) ? byServer : byPattern;
    }

    /** Whether the decider still allows it with this pattern as the only one that grants. */
    private static boolean allowsAlone(NamePatterns pattern, NameRules names, Action action) {
        var alone = new NameRules(pattern, names.excepted());
        var rules = new ServerRules(action.server(), NamePatterns.NO_RULE, alone, alone, alone);
        var ruleSet = RuleSet.of("", List.of(rules));
        return Decider.decide(new Grants(List.of(ruleSet)), action).isAllowed();
    }

    private static @Nullable Match excepted(Decision decision, NameRules names, Predicate<NamePatterns> excepts) {
        boolean excepted = decision instanceof Decision.Denied denied && denied.reason() == Decision.Reason.EXCEPTED;
        return excepted ? first(names.excepted(), excepts) : null;
    }

    /** The earliest rule one of whose patterns, taken alone, passes; an exact name before a glob. */
    private static @Nullable Match first(NamePatterns patterns, Predicate<NamePatterns> test) {
        return patterns.alone().stream()
                .filter(test)
                .map(Explanation::match)
                .min(Comparator.comparingInt(Match::rule))
                .orElse(null);
    }

    private static Match match(NamePatterns single) {
        return single.globs().stream()
                .findFirst()
                .map(glob -> new Match(glob.rule(), glob.glob().pattern()))
                .orElseGet(() -> single.exact().entrySet().stream()
                        .findFirst()
                        .map(exact -> new Match(exact.getValue(), exact.getKey()))
                        .orElseThrow());
    }
}
