package dev.gatehouse.model.translate;

import dev.gatehouse.model.resource.LabelName;
import dev.gatehouse.model.resource.ObjectName;
import dev.gatehouse.model.resource.Rule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Judges rules by themselves, without knowing which servers there are. */
final class RuleCheck {

    private RuleCheck() {}

    static void check(List<Rule> rules, String path, Verdict verdict) {
        if (rules.size() > Rule.MOST_RULES) {
            verdict.invalid(path, path + " has more than " + Rule.MOST_RULES + " rules; merge some, or use globs.");
            return;
        }
        for (int i = 0; i < rules.size(); i++) {
            check(rules.get(i), path + "[" + i + "]", verdict);
        }
    }

    private static void check(Rule rule, String path, Verdict verdict) {
        boolean named = rule.server().equals(Rule.EVERY_SERVER) || ObjectName.SYNTAX.isMetBy(rule.server());
        verdict.require(named, path + ".server", Rule.SERVER_MESSAGE);
        if (rule.namespace() != null) {
            verdict.require(LabelName.SYNTAX, rule.namespace(), path + ".namespace");
        }
        patterns(rule.tools(), path + ".tools", Rule.LONGEST_NAME, verdict);
        patterns(rule.prompts(), path + ".prompts", Rule.LONGEST_NAME, verdict);
        patterns(rule.resources(), path + ".resources", Rule.LONGEST_URI, verdict);
        Rule.Exceptions except = rule.except();
        if (except != null) {
            patterns(except.tools(), path + ".except.tools", Rule.LONGEST_NAME, verdict);
            patterns(except.prompts(), path + ".except.prompts", Rule.LONGEST_NAME, verdict);
            patterns(except.resources(), path + ".except.resources", Rule.LONGEST_URI, verdict);
        }
    }

    private static void patterns(@Nullable List<String> patterns, String path, int longest, Verdict verdict) {
        if (patterns == null) {
            return;
        }
        if (patterns.size() > Rule.MOST_PATTERNS) {
            verdict.invalid(path, path + " has more than " + Rule.MOST_PATTERNS + " entries; use globs.");
            return;
        }
        for (int i = 0; i < patterns.size(); i++) {
            String pattern = patterns.get(i);
            String at = path + "[" + i + "]";
            if (pattern.isEmpty()) {
                verdict.invalid(at, at + " is empty; write a name, a glob, or leave it out.");
            } else if (pattern.length() > longest) {
                verdict.invalid(at, at + " is longer than " + longest + " characters.");
            } else if (hasLoneSurrogate(pattern)) {
                verdict.invalid(at, at + " is not well-formed Unicode.");
            }
        }
    }

    private static boolean hasLoneSurrogate(String pattern) {
        return pattern.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }
}
