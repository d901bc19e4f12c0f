package dev.gatehouse.gateway.http;

import dev.gatehouse.gateway.access.AccessSnapshot;
import dev.gatehouse.gateway.mcp.Era;
import dev.gatehouse.gateway.mcp.ListKind;
import dev.gatehouse.model.access.UpstreamServer;
import io.undertow.server.HttpServerExchange;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.xnio.XnioIoThread;

/** The lanes of all I/O threads. Thread-safe. */
final class IoLanes {

    private final Map<XnioIoThread, IoLane> lanes = new ConcurrentHashMap<>();
    private final LongSupplier nanoTime;
    private volatile boolean stopped;

    IoLanes(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    IoLane of(HttpServerExchange exchange) {
        XnioIoThread thread = exchange.getIoThread();
        IoLane lane = lanes.get(thread);
        return lane != null ? lane : lanes.computeIfAbsent(thread, t -> new IoLane(t, nanoTime));
    }

    /** A new configuration is in force: every lane judges again what it has open. */
    void swapped(AccessSnapshot after) {
        lanes.forEach((thread, lane) -> thread.execute(() -> lane.open().judge(after)));
    }

    /** Every lane tells the streams that it has open. */
    void listsChanged(UpstreamServer server, Era era, Set<ListKind> kinds) {
        if (stopped) {
            return;
        }
        lanes.forEach((thread, lane) -> thread.execute(() -> lane.open().listsChanged(server, era, kinds)));
    }

    /** The gateway stops: every lane ends its streams in good order. */
    void stop() {
        stopped = true;
        lanes.forEach((thread, lane) -> thread.execute(lane.open()::endStreams));
    }
}
