package dev.gatehouse.operator.cli;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code 127.0.0.1:8080}, {@code localhost:8080}, {@code [::1]:8080} and, for every interface, {@code 0.0.0.0:8080}. */
final class ListenAddress implements ITypeConverter<InetSocketAddress> {

    @Override
    public InetSocketAddress convert(String text) {
        int colon = text.lastIndexOf(':');
        if (colon < 1) {
            throw new TypeConversionException("'" + text + "' is not HOST:PORT, such as 127.0.0.1:8080");
        }
        String host = text.substring(0, colon);
        boolean bracketed = host.startsWith("[") && host.endsWith("]");
        if (!bracketed && host.indexOf(':') >= 0) {
            throw new TypeConversionException("'" + text + "': an IPv6 address stands in brackets, such as [::1]:8080");
        }
        return new InetSocketAddress(
                address(bracketed ? host.substring(1, host.length() - 1) : host), port(text, colon));
    }

    private static InetAddress address(String host) {
        try {
            return InetAddress.getAllByName(host)[0];
        } catch (UnknownHostException e) {
            throw new TypeConversionException("'" + host + "' is not an address of this machine or a name for one");
        }
    }

    private static int port(String text, int colon) {
        String digits = text.substring(colon + 1);
        if (!digits.matches("[0-9]{1,5}") || Integer.parseInt(digits) > 65_535) {
            throw new TypeConversionException("'" + digits + "' is not a port; it goes from 0 to 65535");
        }
        return Integer.parseInt(digits);
    }
}
