package dev.gatehouse.gateway.source.link;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/** Where operators may be reached. A name may stand for several of them, of which one leads. */
public record OperatorAddress(String host, int port) {

    /** Looked up anew each time, as pods move. */
    List<InetSocketAddress> resolve() throws UnknownHostException {
        return Arrays.stream(InetAddress.getAllByName(host))
                .map(address -> new InetSocketAddress(address, port))
                .toList();
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
