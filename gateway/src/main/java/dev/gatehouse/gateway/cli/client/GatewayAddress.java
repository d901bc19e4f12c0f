package dev.gatehouse.gateway.cli.client;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Where a gateway serves.
 *
 * @param base {@code http} or {@code https}, without a slash at its end; a path is that of a proxy in front
 */
record GatewayAddress(URI base) {

    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|\\[[0-9a-fA-F:.]+]");

    static GatewayAddress parse(String text) {
        URI uri = uri(text);
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if ((!scheme.equals("http") && !scheme.equals("https")) || uri.getHost() == null) {
            throw new IllegalArgumentException("'" + text + "' is not a URL such as https://gatehouse.example.com");
        }
        if (uri.getRawUserInfo() != null || uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw new IllegalArgumentException("a gateway's URL has no user, query or fragment");
        }
        return new GatewayAddress(URI.create(uri.toString().replaceFirst("/+$", "")));
    }

    URI of(ApiPath path) {
        return URI.create(base + "/api/v1" + path.text());
    }

    boolean isEncrypted() {
        return base.getScheme().equalsIgnoreCase("https");
    }

    /**
     * Whether what is sent there stays on this machine. A name other than {@code localhost} does not count, even if it
     * leads to this machine at the moment: whoever answers for the name could change that.
     */
    boolean isLoopback() {
        String host = base.getHost();
        if (!host.equalsIgnoreCase("localhost") && !ADDRESS.matcher(host).matches()) {
            return false;
        }
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false; // an address that is none: the connection will say so
        }
    }

    @Override
    public String toString() {
        return base.toString();
    }

    private static URI uri(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("'" + text + "' is not a URL", e);
        }
    }

    /** For flags. */
    static final class Converter implements ITypeConverter<GatewayAddress> {

        @Override
        public GatewayAddress convert(String text) {
            try {
                return parse(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }
}
