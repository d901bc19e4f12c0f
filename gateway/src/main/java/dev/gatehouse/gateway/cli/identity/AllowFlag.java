package dev.gatehouse.gateway.cli.identity;

import dev.gatehouse.model.access.Glob;
import dev.gatehouse.model.resource.Rule;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Reads a rule from the command line: {@code [NAMESPACE/]SERVER[:TOOL,…]}. Without tools it is the whole server; with
 * tools it is these and neither prompts nor resources.
 */
public final class AllowFlag implements ITypeConverter<Rule> {

    @Override
    public Rule convert(String value) {
        int colon = value.indexOf(':');
        String place = colon < 0 ? value : value.substring(0, colon);
        int slash = place.indexOf('/');
        String namespace = slash < 0 ? null : place.substring(0, slash);
        String server = place.substring(slash + 1);
        if (server.isEmpty() || (namespace != null && namespace.isEmpty())) {
            throw wrong(value, "names no server");
        }
        if (Glob.isGlob(server) && !server.equals(Rule.EVERY_SERVER)) {
            throw wrong(value, "has a wildcard in a server's name; servers are named, or \"*\" means every one");
        }
        List<String> tools = colon < 0 ? null : tools(value, value.substring(colon + 1));
        return new Rule(server, namespace, tools, null, null, null);
    }

    private static List<String> tools(String value, String list) {
        List<String> tools = List.of(list.split(",", -1));
        if (tools.stream().anyMatch(String::isBlank)) {
            throw wrong(value, "has an empty tool; leave out the colon for the whole server");
        }
        return tools;
    }

    private static TypeConversionException wrong(String value, String reason) {
        return new TypeConversionException("'" + value + "' " + reason);
    }
}
