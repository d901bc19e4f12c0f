package dev.gatehouse.model.option;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The environment variables that stand for flags: {@code --some-flag} as {@code PREFIX_SOME_FLAG}.
 *
 * @param environment of the process
 */
public record FlagVariables(String prefix, Map<String, String> environment) {

    /** @param flag with its two hyphens */
    public String nameFor(String flag) {
        return prefix + "_" + flag.substring(2).toUpperCase(Locale.ROOT).replace('-', '_');
    }

    /** What the variable gives {@code flag}; null when it is not set, or set to nothing. */
    public @Nullable String valueFor(String flag) {
        String value = environment.get(nameFor(flag));
        return value == null || value.isEmpty() ? null : value;
    }

    /** The environment may hold tokens. */
    @Override
    public String toString() {
        return "FlagVariables[" + prefix + "]";
    }
}
