package dev.gatehouse.gateway.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Something of a server: {@code SERVER/NAME}, or {@code SERVER__NAME} as callers of {@code /mcp} see it.
 *
 * @param server the key under which it is exposed, which holds neither separator
 */
record NamedThing(String server, String name) {

    private static final String SEPARATOR = "__";

    /** Reads it from the command line. */
    static final class Flag implements ITypeConverter<NamedThing> {

        @Override
        public NamedThing convert(String text) {
            int slash = text.indexOf('/');
            int underscores = text.indexOf(SEPARATOR);
            boolean exposed = underscores >= 0 && (slash < 0 || underscores < slash);
            int end = exposed ? underscores : slash;
            if (end <= 0) {
                throw new TypeConversionException("'" + text + "' is not of the form SERVER/NAME");
            }
            return new NamedThing(text.substring(0, end), text.substring(end + (exposed ? SEPARATOR.length() : 1)));
        }
    }
}
