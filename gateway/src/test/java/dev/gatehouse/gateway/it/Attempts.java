package dev.gatehouse.gateway.it;

import dev.gatehouse.gateway.testing.RawConnection;
import dev.gatehouse.gateway.testing.RawRequest;
import java.io.IOException;
import java.net.SocketException;

/** Requests that a gateway may cut off while they are still being written. */
final class Attempts {

    private Attempts() {}

    /** The status of the answer; 0 when the gateway closed or reset the connection instead. */
    static int status(RawConnection connection, RawRequest request) throws IOException {
        try {
            return connection.write(request).read().status();
        } catch (SocketException e) {
            return 0;
        }
    }

    static int status(RawConnection connection, String bytes) throws IOException {
        try {
            return connection.write(bytes).read().status();
        } catch (SocketException e) {
            return 0;
        }
    }
}
