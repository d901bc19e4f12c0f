package dev.gatehouse.model.option;

import java.util.regex.Pattern;

/**
 * Where something listens or is reached, as flags spell it. Whether there is such a host is not looked up here: that takes a
 * network, and a name may come to life later.
 *
 * @param host a name, or an address without brackets
 * @param port from 0 to 65535; 0 is a free one, for who listens
 */
public record HostPort(String host, int port) {

    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._-]+");
    private static final Pattern BRACKETED = Pattern.compile("\\[[0-9A-Fa-f:.]+(?:%[A-Za-z0-9._-]+)?]");
    private static final Pattern PORT = Pattern.compile("[0-9]{1,5}");
    private static final int LARGEST_PORT = 65_535;

    /**
     * Reads {@code 127.0.0.1:8080}, {@code localhost:8080} and {@code [::1]:8080}.
     *
     * @throws IllegalArgumentException that says in a sentence what is wrong
     */
    public static HostPort parse(String text) {
        int colon = text.lastIndexOf(':');
        String host = text.substring(0, Math.max(colon, 0));
        boolean bracketed = BRACKETED.matcher(host).matches();
        if (!bracketed && !host.startsWith("[") && host.indexOf(':') >= 0) {
            throw new IllegalArgumentException(
                    "'" + text + "': an IPv6 address stands in brackets, such as [::1]:8080");
        }
        if (!bracketed && !HOST.matcher(host).matches()) {
            throw new IllegalArgumentException("'" + text + "' is not HOST:PORT, such as 127.0.0.1:8080");
        }
        return new HostPort(bracketed ? host.substring(1, host.length() - 1) : host, portOf(text.substring(colon + 1)));
    }

    private static int portOf(String digits) {
        if (!PORT.matcher(digits).matches() || Integer.parseInt(digits) > LARGEST_PORT) {
            throw new IllegalArgumentException("'" + digits + "' is not a port; it goes from 0 to 65535");
        }
        return Integer.parseInt(digits);
    }

    /** As {@link #parse} reads it. */
    @Override
    public String toString() {
        return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
    }
}
