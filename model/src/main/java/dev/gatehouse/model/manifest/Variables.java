package dev.gatehouse.model.manifest;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Replaces references to environment variables, a name in braces after a dollar sign, in a string value. It sees values
 * that are parsed already, so that no content of a variable can turn into YAML, and looks at a replacement no second time.
 * A second dollar sign in front makes the reference literal text; a dollar sign before anything else stands for itself.
 */
final class Variables {

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private final Function<String, @Nullable String> environment;

    Variables(Function<String, @Nullable String> environment) {
        this.environment = environment;
    }

    /**
     * @param text what it gives, with references that are wrong left out
     * @param problems sentences; empty if all is well
     * @param replaced whether there was anything to replace
     */
    record Expansion(String text, List<String> problems, boolean replaced) {}

    Expansion expand(String value) {
        if (value.indexOf("${") < 0) {
            return new Expansion(value, List.of(), false);
        }
        var out = new StringBuilder(value.length());
        var problems = new ArrayList<String>();
        int at = 0;
        while (at < value.length()) {
            int open = value.indexOf("${", at);
            if (open < 0) {
                break;
            }
            if (open > at && value.charAt(open - 1) == '$') {
                out.append(value, at, open - 1).append("${");
                at = open + 2;
                continue;
            }
            out.append(value, at, open);
            int close = value.indexOf('}', open);
            if (close < 0) {
                problems.add("has \"${\" without a closing brace; write \"$${\" for a literal one");
                return new Expansion(out.toString(), problems, true);
            }
            out.append(lookUp(value.substring(open + 2, close), problems));
            at = close + 1;
        }
        return new Expansion(out.append(value, at, value.length()).toString(), problems, true);
    }

    private String lookUp(String name, List<String> problems) {
        if (!NAME.matcher(name).matches()) {
            problems.add("has \"${" + name + "}\", which names no variable; write \"$${\" for a literal \"${\"");
            return "";
        }
        String value = environment.apply(name);
        if (value == null) {
            problems.add("needs the environment variable " + name + ", which is not set");
            return "";
        }
        return value;
    }
}
