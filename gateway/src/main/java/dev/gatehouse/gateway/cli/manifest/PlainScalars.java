package dev.gatehouse.gateway.cli.manifest;

import com.fasterxml.jackson.dataformat.yaml.util.StringQuotingChecker;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * Which strings must stand in quotes, because some YAML reader would take them for something else: what ours resolves to
 * another type, Jackson's list of words, and whatever looks like a number to anyone.
 */
final class PlainScalars extends StringQuotingChecker.Default {

    private static final long serialVersionUID = 1L;

    private static final Pattern NUMERIC = Pattern.compile("[-+.]?[0-9][-+.:_0-9a-fA-FxXoO]*");

    @Override
    public boolean needToQuoteName(String name) {
        return isAmbiguous(name) || super.needToQuoteName(name);
    }

    @Override
    public boolean needToQuoteValue(String value) {
        return isAmbiguous(value) || super.needToQuoteValue(value);
    }

    /** Whether it holds characters that YAML keeps in double quotes only, as escapes: it has more line breaks than one. */
    static boolean needsEscapes(String value) {
        return value.chars()
                .anyMatch(c -> c != '\n' && (Character.isISOControl(c) || c == 0x2028 || c == 0x2029 || c == 0xFEFF));
    }

    private static boolean isAmbiguous(String text) {
        return NUMERIC.matcher(text).matches()
                || !new Resolver().resolve(NodeId.scalar, text, true).equals(Tag.STR);
    }
}
