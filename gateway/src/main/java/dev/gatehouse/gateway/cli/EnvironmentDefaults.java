package dev.gatehouse.gateway.cli;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Gives {@code --some-flag} the value of {@code GATEHOUSE_SOME_FLAG} where the flag itself is not given. A flag that may be
 * repeated has no variable.
 */
final class EnvironmentDefaults implements IDefaultValueProvider {

    private final Map<String, String> environment;

    EnvironmentDefaults(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public @Nullable String defaultValue(ArgSpec argument) {
        if (argument instanceof OptionSpec option && hasVariable(option)) {
            String value = environment.get(variable(option.longestName()));
            return value == null || value.isEmpty() ? null : value;
        }
        return null;
    }

    static boolean hasVariable(OptionSpec option) {
        return !option.usageHelp() && !option.versionHelp() && !option.isMultiValue();
    }

    static String variable(String flag) {
        return "GATEHOUSE_" + flag.substring(2).toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
