package dev.gatehouse.gateway.http;

import dev.gatehouse.gateway.access.AccessSnapshot;
import dev.gatehouse.gateway.ledger.Ending;
import dev.gatehouse.gateway.ledger.Grounds;
import dev.gatehouse.gateway.ledger.Judgement;
import io.undertow.server.HttpServerExchange;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
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
    private boolean over;

    /** What a fan says before it ends in good order, and when its client's view has grown. */
    interface Farewell {

        ByteBuffer lastWords();

        ByteBuffer viewChanged();
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
            leave(Ending.CALLER_LEFT);
            next.proceed();
        });
    }

    /** Begins the stream to the client. */
    static EventFan open(IoLane lane, McpExchange exchange, Standing standing, Farewell farewell) {
        exchange.answers(Judgement.allowed(Grounds.SESSION), Ending.OPENED);
        var fan = new EventFan(lane, exchange, standing, farewell);
        lane.open().add(fan);
        Disconnects.watch(exchange.http(), () -> fan.leave(Ending.CALLER_LEFT));
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
    void end(Ending ending) {
        if (!over) {
            client.send(farewell.lastWords());
            leave(ending);
            client.end();
        }
    }

    @Override
    public void judge(AccessSnapshot after) {
        if (!standing.isKnown(after)) {
            end(Ending.TOKEN_REVOKED);
        } else if (!standing.isAllowed(after)) {
            end(Ending.RIGHT_REVOKED);
        } else if (standing.hasGrown(after)) {
            client.send(farewell.viewChanged());
        }
    }

    @Override
    public void endStream() {
        end(Ending.GATEWAY_STOPPED);
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

    private void leave(Ending ending) {
        if (!over) {
            over = true;
            exchange.entry().ends(ending);
            keepAlive.remove();
            lane.open().remove(this);
            legs.forEach(EventLeg::close);
        }
    }
}
