package dev.gatehouse.gateway.upstream.lane;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.xnio.XnioIoThread;

/**
 * Keeps name look-ups off the I/O threads. Undertow resolves a host name while it connects, which may block; so a name
 * is first resolved on a virtual thread, and connecting then finds it in the JVM's own cache (30 s by default).
 * Thread-safe.
 */
final class UpstreamAddress {

    private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(20);

    private final String host;
    private final boolean literal;
    private volatile long resolvedAt;
    private volatile boolean resolved;

    UpstreamAddress(String host) {
        this.host = host;
        this.literal = host.startsWith("[") || host.chars().allMatch(c -> c == '.' || (c >= '0' && c <= '9'));
    }

    /** Runs {@code connect} on {@code thread} as soon as the name can be looked up without blocking. */
    void whenKnown(XnioIoThread thread, long nanoTime, Runnable connect, Consumer<IOException> failed) {
        if (literal || (resolved && nanoTime - resolvedAt < FRESH_NANOS)) {
            connect.run();
            return;
        }
        Thread.startVirtualThread(() -> {
            try {
                var _ = InetAddress.getAllByName(host);
                resolvedAt = nanoTime;
                resolved = true;
                thread.execute(connect);
            } catch (UnknownHostException e) {
                thread.execute(() -> failed.accept(e));
            }
        });
    }
}
