package dev.gatehouse.gateway.cli;

import dev.gatehouse.model.option.HostPort;
import java.net.InetSocketAddress;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Takes where to listen, which must be of this machine at once; {@code 0.0.0.0:8080} is every interface. */
final class ListenFlag implements ITypeConverter<InetSocketAddress> {

    @Override
    public InetSocketAddress convert(String text) {
        HostPort at = new HostPortFlag().convert(text);
        var address = new InetSocketAddress(at.host(), at.port());
        if (address.isUnresolved()) {
            throw new TypeConversionException(
                    "'" + at.host() + "' is not an address of this machine or a name for one");
        }
        return address;
    }
}
