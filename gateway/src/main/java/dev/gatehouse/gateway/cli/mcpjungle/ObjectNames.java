package dev.gatehouse.gateway.cli.mcpjungle;

import dev.gatehouse.model.access.TokenDigest;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The names that objects of one kind get here. MCPJungle takes nearly any text as a name, Kubernetes takes lower-case
 * letters, digits and {@code -}. The same name always becomes the same one; two that would become the same are an error.
 */
final class ObjectNames {

    private static final Pattern FOREIGN = Pattern.compile("[^a-z0-9]+");
    private static final int LONGEST = 63;
    private static final String NAMELESS = "unnamed";

    private final String kind;
    private final Remarks remarks;
    private final Map<String, SourceLine> taken = new HashMap<>();

    ObjectNames(String kind, Remarks remarks) {
        this.kind = kind;
        this.remarks = remarks;
    }

    /** The name of an object, empty and an error if another one has it. */
    Optional<String> claim(JungleObject object) {
        String name = mapped(object.name());
        SourceLine first = taken.putIfAbsent(name, object.at());
        if (first != null) {
            remarks.error(
                    object.at(),
                    "the " + kind + " '" + object.name() + "' would be called " + name + ", as the one in " + first
                            + "; rename one of them.");
            return Optional.empty();
        }
        if (!name.equals(object.name())) {
            remarks.warn(object.at(), "the " + kind + " '" + object.name() + "' is called " + name + " here.");
        }
        return Optional.of(name);
    }

    /** What was cut off or has no counterpart is told apart by a few digits of a digest. */
    static String mapped(String name) {
        String plain = trim(FOREIGN.matcher(name.toLowerCase(Locale.ROOT)).replaceAll("-"));
        if (!plain.isEmpty() && plain.length() <= LONGEST) {
            return plain;
        }
        String digest = TokenDigest.ofToken(name).fingerprint();
        String stem = plain.isEmpty() ? NAMELESS : trim(plain.substring(0, LONGEST - digest.length() - 1));
        return stem + "-" + digest;
    }

    private static String trim(String name) {
        int from = name.startsWith("-") ? 1 : 0;
        int to = name.length() > from && name.endsWith("-") ? name.length() - 1 : name.length();
        return name.substring(from, to);
    }
}
