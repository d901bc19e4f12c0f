package dev.gatehouse.gateway.cli;

import dev.gatehouse.gateway.source.link.OperatorAddress;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code gatehouse-operator:8444} and {@code [::1]:8444}. A name need not exist yet: it is looked up at each dial. */
final class OperatorFlag implements ITypeConverter<OperatorAddress> {

    private static final Pattern FORM = Pattern.compile("(?:\\[([0-9A-Fa-f:.]+)]|([A-Za-z0-9._-]+)):([0-9]{1,5})");
    private static final int LARGEST_PORT = 65_535;

    @Override
    public OperatorAddress convert(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()
                || Integer.parseInt(matcher.group(3)) > LARGEST_PORT
                || Integer.parseInt(matcher.group(3)) == 0) {
            throw new TypeConversionException("'" + text + "' is not HOST:PORT, such as gatehouse-operator:8444");
        }
        String host = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
        return new OperatorAddress(host, Integer.parseInt(matcher.group(3)));
    }
}
