package dev.gatehouse.model.translate;

import dev.gatehouse.model.access.Glob;
import dev.gatehouse.model.resource.Rule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Judges rules by themselves, without knowing which servers there are. */
final class RuleCheck {

    static final int MOST_RULES = 1_000;
    static final int MOST_PATTERNS = 1_000;
    static final int LONGEST_NAME = 256;
    static final int LONGEST_URI = 2_048;

    private RuleCheck() {}

    static void check(List<Rule> rules, String path, Verdict verdict) {
        if (rules.size() > MOST_RULES) {
            verdict.invalid(path, path + " has more than " + MOST_RULES + " rules; merge some, or use globs.");
            return;
        }
        for (int i = 0; i < rules.size(); i++) {
            check(rules.get(i), path + "[" + i + "]", verdict);
        }
    }

    private static void check(Rule rule, String path, Verdict verdict) {
        if (rule.server().isEmpty()) {
            verdict.invalid(path + ".server", path + ".server is empty; name a server, or \"*\" for every one.");
        }
        String namespace = rule.namespace();
        if (namespace != null && !Names.isDnsLabel(namespace)) {
            verdict.invalid(
                    path + ".namespace", path + ".namespace is no name of a namespace; globs do not work here.");
        }
        patterns(rule.tools(), path + ".tools", LONGEST_NAME, verdict);
        patterns(rule.prompts(), path + ".prompts", LONGEST_NAME, verdict);
        patterns(rule.resources(), path + ".resources", LONGEST_URI, verdict);
        Rule.Exceptions except = rule.except();
        if (except != null) {
            patterns(except.tools(), path + ".except.tools", LONGEST_NAME, verdict);
            patterns(except.prompts(), path + ".except.prompts", LONGEST_NAME, verdict);
            patterns(except.resources(), path + ".except.resources", LONGEST_URI, verdict);
        }
    }

    private static void patterns(@Nullable List<String> patterns, String path, int longest, Verdict verdict) {
        if (patterns == null) {
            return;
        }
        if (patterns.size() > MOST_PATTERNS) {
            verdict.invalid(path, path + " has more than " + MOST_PATTERNS + " entries; use globs.");
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

    /** A glob as a server's name is allowed and matches nothing: server names are not matched. */
    static boolean isDeadServerName(Rule rule) {
        return !rule.server().equals(Rule.EVERY_SERVER) && Glob.isGlob(rule.server());
    }
}
