package dev.gatehouse.model.translate;

import dev.gatehouse.model.resource.ObjectName;
import java.util.regex.Pattern;

/** The syntax of names that users choose. */
final class Names {

    /** The longest key of a server: with its separator it leaves half of a tool's 128 characters to the tool. */
    static final int LONGEST_KEY = 62;

    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9-]|_(?!_))*(?<!_)");
    private static final Pattern DNS_LABEL = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");

    private static final Pattern OBJECT_NAME = Pattern.compile(ObjectName.SYNTAX);
    private static final int LONGEST_OBJECT_NAME = 253;

    private Names() {}

    /** Letters, digits, {@code -} and single {@code _}, so that the first {@code __} of an exposed name ends the key. */
    static boolean isKey(String key) {
        return key.length() <= LONGEST_KEY && KEY.matcher(key).matches();
    }

    static boolean isDnsLabel(String name) {
        return DNS_LABEL.matcher(name).matches();
    }

    /** What the names of most objects are (RFC 1123). */
    static boolean isObjectName(String name) {
        return name.length() <= LONGEST_OBJECT_NAME && OBJECT_NAME.matcher(name).matches();
    }
}
