package dev.gatehouse.model.access;

import dev.gatehouse.model.access.Decision.Allowed;
import dev.gatehouse.model.access.Decision.Denied;
import dev.gatehouse.model.access.Decision.Reason;
import org.jspecify.annotations.Nullable;

/**
 * The one decision function of the program: lists, calls, reads, completions and notifications all ask it. A principal
 * may do what any of its rule sets allows; a rule set allows what its entries grant and its exceptions do not take away.
 */
public final class Decider {

    private static final Denied NOT_GRANTED = new Denied(Reason.NOT_GRANTED);
    private static final Denied EXCEPTED = new Denied(Reason.EXCEPTED);
    private static final Denied AMBIGUOUS_URI = new Denied(Reason.AMBIGUOUS_URI);

    private Decider() {}

    public static Decision decide(Grants grants, Action action) {
        ResourceUri uri = null;
        Denied denied = NOT_GRANTED;
        for (RuleSet ruleSet : grants.ruleSets()) {
            ServerRules rules = ruleSet.rulesFor(action.server());
            if (rules == null) {
                continue;
            }
            uri = uri == null ? uriOf(action) : uri;
            Decision decision = decide(ruleSet.origin(), rules, action, uri);
            if (decision instanceof Denied why) {
                denied = clearer(denied, why);
            } else {
                return decision;
            }
        }
        return denied;
    }

    private static @Nullable ResourceUri uriOf(Action action) {
        return switch (action) {
            case Action.Resource resource -> ResourceUri.of(resource.uri());
            case Action.Template template -> ResourceUri.ofTemplate(template.uriTemplate());
            case Action.Tool _, Action.Prompt _, Action.Server _ -> null;
        };
    }

    private static Decision decide(String origin, ServerRules rules, Action action, @Nullable ResourceUri uri) {
        if (uri != null) {
            return decideUri(origin, rules, uri);
        }
        return switch (action) {
            case Action.Tool tool -> decideName(origin, rules, rules.tools(), tool.name());
            case Action.Prompt prompt -> decideName(origin, rules, rules.prompts(), prompt.name());
            case Action.Server _ -> rules.couldAllowAnything() ? new Allowed(origin, rules.firstRule()) : NOT_GRANTED;
            case Action.Resource _, Action.Template _ -> NOT_GRANTED;
        };
    }

    private static Decision decideName(String origin, ServerRules rules, NameRules names, String name) {
        int rule = earlier(rules.wholeServer(), names.granted().firstMatch(name));
        if (rule == NamePatterns.NO_RULE) {
            return NOT_GRANTED;
        }
        return names.excepted().matches(name) ? EXCEPTED : new Allowed(origin, rule);
    }

    private static Decision decideUri(String origin, ServerRules rules, ResourceUri uri) {
        NameRules names = rules.resources();
        int rule = earlier(rules.wholeServer(), names.granted().firstMatch(uri.text()));
        if (rule == NamePatterns.NO_RULE) {
            return NOT_GRANTED;
        }
        if (uri.isExceptedBy(names.excepted())) {
            return EXCEPTED;
        }
        if (!uri.ambiguous()) {
            return new Allowed(origin, rule);
        }
        int exact = names.granted().exactRule(uri.text());
        int everything = names.excepted().isEmpty()
                ? earlier(rules.wholeServer(), names.granted().everythingRule())
                : NamePatterns.NO_RULE;
        int trusted = earlier(exact, everything);
        return trusted == NamePatterns.NO_RULE ? AMBIGUOUS_URI : new Allowed(origin, trusted);
    }

    private static int earlier(int rule, int other) {
        if (rule == NamePatterns.NO_RULE || other == NamePatterns.NO_RULE) {
            return Math.max(rule, other);
        }
        return Math.min(rule, other);
    }

    private static Denied clearer(Denied known, Denied other) {
        return known.reason() == Reason.NOT_GRANTED ? other : known;
    }
}
