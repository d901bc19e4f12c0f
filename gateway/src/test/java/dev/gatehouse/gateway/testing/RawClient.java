package dev.gatehouse.gateway.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;

/** Sends requests exactly as the test spelt them, each on a connection of its own. */
public final class RawClient {

    private final InetSocketAddress gateway;

    public RawClient(InetSocketAddress gateway) {
        this.gateway = gateway;
    }

    /** Sends {@code request} and reads the whole answer; status 0 when the gateway closed instead of answering. */
    public RawResponse send(RawRequest request) {
        try (RawConnection connection = connect()) {
            connection.write(request);
            return request.method().equals("HEAD") ? connection.readHead() : connection.read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends {@code request} and reads on as long as the answer lasts. */
    public EventStream open(RawRequest request) {
        try {
            return connect().write(request).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public RawConnection connect() throws IOException {
        return RawConnection.open(gateway);
    }
}
