package dev.gatehouse.gateway.cli;

import dev.gatehouse.model.option.FlagVariables;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Gives {@code --some-flag} the value of {@code GATEHOUSE_SOME_FLAG} where the flag itself is not given. What is meant for
 * one call alone has no variable, and neither has what would let a token of a user out because a server was allowed to.
 */
final class EnvironmentDefaults implements IDefaultValueProvider {

    private static final String PREFIX = "GATEHOUSE";

    private static final Set<String> FOR_ONE_CALL = Set.of(
            "--json",
            "--json-file",
            "--raw",
            "--limit",
            "--principal",
            "--verdict",
            "--as",
            "--server",
            "--tool",
            "--prompt",
            "--resource");

    private final FlagVariables variables;

    EnvironmentDefaults(Map<String, String> environment) {
        this.variables = new FlagVariables(PREFIX, environment);
    }

    @Override
    public @Nullable String defaultValue(ArgSpec argument) {
        if (argument instanceof OptionSpec option && hasVariable(option)) {
            return variables.valueFor(option.longestName());
        }
        return null;
    }

    static boolean hasVariable(OptionSpec option) {
        String flag = option.longestName();
        boolean trusts =
                flag.equals("--allow-plain-http") && !option.command().name().equals("serve");
        return !option.usageHelp()
                && !option.versionHelp()
                && !option.isMultiValue()
                && !trusts
                && !FOR_ONE_CALL.contains(flag);
    }

    static String variable(String flag) {
        return new FlagVariables(PREFIX, Map.of()).nameFor(flag);
    }
}
