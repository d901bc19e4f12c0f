package dev.gatehouse.gateway.relay;

import dev.gatehouse.gateway.access.AccessSnapshot;
import dev.gatehouse.gateway.mcp.Era;
import dev.gatehouse.gateway.mcp.ListKind;
import dev.gatehouse.model.access.UpstreamServer;
import io.undertow.connector.ByteBufferPool;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.xnio.XnioIoThread;

/** The lanes of all I/O threads. Thread-safe. */
public final class Lanes {

    private final Map<XnioIoThread, Lane> lanes = new ConcurrentHashMap<>();
    private final Clock clock;
    private final LongSupplier nanoTime;
    private final RandomGenerator random;

    /** @param random spreads attempts to come back over time */
    public Lanes(Clock clock, LongSupplier nanoTime, RandomGenerator random) {
        this.clock = clock;
        this.nanoTime = nanoTime;
        this.random = random;
    }

    public Lane of(XnioIoThread thread, ByteBufferPool buffers) {
        Lane lane = lanes.get(thread);
        return lane != null ? lane : lanes.computeIfAbsent(thread, fresh -> new Lane(fresh, buffers, nanoTime, random));
    }

    /** A new configuration is in force: every lane judges again what it has open. */
    public void swapped(AccessSnapshot after) {
        Instant now = clock.instant();
        lanes.forEach((thread, lane) -> thread.execute(() -> lane.open().judge(after, now)));
    }

    /** Every lane tells the streams that it has open. */
    public void listsChanged(UpstreamServer server, Era era, Set<ListKind> kinds) {
        lanes.forEach((thread, lane) -> thread.execute(() -> lane.open().listsChanged(server, era, kinds)));
    }

    /** The gateway stops: every lane ends its streams in good order. */
    public void stop() {
        lanes.forEach((thread, lane) -> thread.execute(lane.open()::endStreams));
    }
}
