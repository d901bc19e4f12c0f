package dev.gatehouse.gateway.http;

import dev.gatehouse.gateway.access.AccessSnapshot;
import dev.gatehouse.gateway.audit.AuditEvent.Verdict;
import dev.gatehouse.gateway.mcp.ListKind;
import io.undertow.server.HttpServerExchange;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.xnio.XnioExecutor;

/**
 * A client's stream without end, fed by any number of upstream streams. It closes when its token goes or a right is
 * taken away; the client comes back and finds its new view. Confined to its lane.
 */
final class EventFan implements OpenExchange {

    private static final long KEEP_ALIVE_SECONDS = 20;
    private static final byte[] KEEP_ALIVE = ":\n\n".getBytes(StandardCharsets.UTF_8);

    private final IoLane lane;
    private final McpExchange exchange;
    private final Standing standing;
    private final Farewell farewell;
    private final List<EventLeg> legs = new ArrayList<>();
    private final ClientStream client;
    private final XnioExecutor.Key keepAlive;
    private final List<Runnable> afterwards = new ArrayList<>(2);
    private boolean over;

    /** What a fan says before it ends in good order, and when its client's view of some lists has changed. */
    interface Farewell {

        ByteBuffer lastWords();

        ByteBuffer listsChanged(Set<ListKind> kinds);
    }

    private EventFan(IoLane lane, McpExchange exchange, Standing standing, Farewell farewell) {
        this.lane = lane;
        this.exchange = exchange;
        this.standing = standing;
        this.farewell = farewell;
        this.client = ClientStream.beginEvents(exchange.http(), this::drained);
        client.flush();
        this.keepAlive = lane.thread().executeAtInterval(this::keepAlive, KEEP_ALIVE_SECONDS, TimeUnit.SECONDS);
        exchange.http().addExchangeCompleteListener((ended, next) -> {
            leave();
            next.proceed();
        });
    }

    /** Begins the stream to the client. */
    static EventFan open(IoLane lane, McpExchange exchange, Standing standing, Farewell farewell) {
        exchange.audit(Verdict.ALLOWED, "stream opened");
        var fan = new EventFan(lane, exchange, standing, farewell);
        lane.open().add(fan);
        Disconnects.watch(exchange.http(), fan::leave);
        return fan;
    }

    void add(EventLeg leg) {
        if (over) {
            leg.close();
        } else {
            legs.add(leg);
        }
    }

    boolean isOver() {
        return over;
    }

    /** Runs when the stream is over, at once if it is. */
    void whenOver(Runnable then) {
        if (over) {
            then.run();
        } else {
            afterwards.add(then);
        }
    }

    McpExchange exchange() {
        return exchange;
    }

    HttpServerExchange http() {
        return exchange.http();
    }

    IoLane lane() {
        return lane;
    }

    /** Returns false when the leg should pause. */
    boolean send(ByteBuffer events) {
        return over || client.send(events);
    }

    /** Ends in good order. */
    void end() {
        if (!over) {
            client.send(farewell.lastWords());
            leave();
            client.end();
        }
    }

    @Override
    public void judge(AccessSnapshot after) {
        if (!standing.isKnown(after) || !standing.isAllowed(after)) {
            end();
        } else if (standing.hasGrown(after)) {
            listsChanged(EnumSet.allOf(ListKind.class));
        }
    }

    /** The client's view of some lists may have changed. */
    void listsChanged(Set<ListKind> kinds) {
        if (!over) {
            client.send(farewell.listsChanged(kinds));
        }
    }

    @Override
    public void endStream() {
        end();
    }

    private void drained() {
        for (EventLeg leg : List.copyOf(legs)) {
            leg.resume();
        }
    }

    private void keepAlive() {
        if (!over) {
            client.send(ByteBuffer.wrap(KEEP_ALIVE));
        }
    }

    private void leave() {
        if (!over) {
            over = true;
            keepAlive.remove();
            lane.open().remove(this);
            legs.forEach(EventLeg::close);
            afterwards.forEach(Runnable::run);
        }
    }
}
