package dev.gatehouse.gateway.cli.mcpjungle;

import java.util.Map;
import java.util.Optional;

/**
 * Replaces {@code ${NAME}} as MCPJungle does: anywhere and any number of times in a string, in this form only, without
 * defaults, escapes and a second look at what was put in. A variable that is set to nothing gives nothing.
 */
final class Placeholders {

    private final Map<String, String> environment;

    Placeholders(Map<String, String> environment) {
        this.environment = environment;
    }

    /** The text, or as much of it as could be made with the reason why the rest could not. */
    record Expansion(String text, Optional<String> problem) {}

    Expansion expand(String text) {
        var out = new StringBuilder();
        int at = 0;
        for (int open = text.indexOf("${"); open >= 0; open = text.indexOf("${", at)) {
            int close = text.indexOf('}', open);
            if (close < 0) {
                return new Expansion(out.toString(), Optional.of("has a \"${\" without a closing brace"));
            }
            String name = text.substring(open + 2, close);
            String value = environment.get(name);
            if (value == null) {
                return new Expansion(
                        out.toString(), Optional.of("needs the environment variable " + name + ", which is not set"));
            }
            out.append(text, at, open).append(value);
            at = close + 1;
        }
        return new Expansion(out.append(text, at, text.length()).toString(), Optional.empty());
    }
}
