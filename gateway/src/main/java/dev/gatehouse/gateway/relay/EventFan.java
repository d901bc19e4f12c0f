package dev.gatehouse.gateway.relay;

import dev.gatehouse.gateway.access.AccessSnapshot;
import dev.gatehouse.gateway.access.Credential;
import dev.gatehouse.gateway.dialect.StreamWords;
import dev.gatehouse.gateway.ledger.Ending;
import dev.gatehouse.gateway.mcp.ListKind;
import dev.gatehouse.gateway.plan.Standing;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.xnio.XnioExecutor;

/**
 * A caller's stream without end, fed by any number of upstream streams. It closes when its token goes or a right is
 * taken away; the caller comes back and finds its new view. Confined to its lane.
 */
final class EventFan implements OpenExchange {

    private static final long KEEP_ALIVE_SECONDS = 20;
    private static final byte[] KEEP_ALIVE = ":\n\n".getBytes(StandardCharsets.UTF_8);

    private final Request request;
    private final Standing standing;
    private final StreamWords words;
    private final List<EventLeg> legs = new ArrayList<>();
    private final List<Runnable> afterwards = new ArrayList<>(2);
    private final ReplyStream reply;
    private final XnioExecutor.Key keepAlive;
    private final Set<ListKind> untold = EnumSet.noneOf(ListKind.class);
    private boolean full;
    private boolean over;

    private EventFan(Request request, StreamWords words) {
        this.request = request;
        this.standing = Standing.ofView(credential());
        this.words = words;
        this.reply = request.reply().beginEvents(this::drained);
        reply.flush();
        this.keepAlive =
                request.lane().thread().executeAtInterval(this::keepAlive, KEEP_ALIVE_SECONDS, TimeUnit.SECONDS);
        request.reply().whenOver(() -> leave(Ending.CALLER_LEFT));
    }

    /** Begins the stream to the caller. */
    static EventFan open(Request request, StreamWords words) {
        request.entry().answers(Ending.OPENED);
        var fan = new EventFan(request, words);
        request.lane().open().add(fan);
        request.reply().whenCallerLeaves(() -> fan.leave(Ending.CALLER_LEFT));
        return fan;
    }

    void add(EventLeg leg) {
        if (over) {
            leg.close();
        } else {
            legs.add(leg);
        }
    }

    void remove(EventLeg leg) {
        legs.remove(leg);
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

    Request request() {
        return request;
    }

    Credential credential() {
        return request.caller().credential();
    }

    Lane lane() {
        return request.lane();
    }

    /** Returns false when the leg should pause. */
    boolean send(ByteBuffer events) {
        if (over) {
            return true;
        }
        full = !reply.send(events);
        return !full;
    }

    /** Ends in good order. */
    void end(Ending ending) {
        if (!over) {
            reply.send(words.lastWords());
            leave(ending);
            reply.end();
        }
    }

    @Override
    public void judge(AccessSnapshot after, Instant at) {
        switch (standing.in(after, at)) {
            case TOKEN_GONE -> end(Ending.TOKEN_REVOKED);
            case RIGHT_GONE -> end(Ending.RIGHT_REVOKED);
            case STANDS -> {
                if (standing.hasGrown(after)) {
                    listsChanged(EnumSet.allOf(ListKind.class));
                }
            }
        }
    }

    /** The caller's view of some lists may have changed. A caller that reads nothing is told once, when it reads again. */
    void listsChanged(Set<ListKind> kinds) {
        untold.addAll(kinds);
        tellChanges();
    }

    private void tellChanges() {
        if (!full && !untold.isEmpty()) {
            Set<ListKind> kinds = EnumSet.copyOf(untold);
            untold.clear();
            send(words.listsChanged(kinds));
        }
    }

    @Override
    public void endStream() {
        end(Ending.GATEWAY_STOPPED);
    }

    private void drained() {
        full = false;
        tellChanges();
        for (EventLeg leg : List.copyOf(legs)) {
            leg.resume();
        }
    }

    private void keepAlive() {
        if (!full) {
            send(ByteBuffer.wrap(KEEP_ALIVE));
        }
    }

    private void leave(Ending ending) {
        if (!over) {
            over = true;
            request.entry().ends(ending);
            keepAlive.remove();
            request.lane().open().remove(this);
            List.copyOf(legs).forEach(EventLeg::close);
            afterwards.forEach(Runnable::run);
        }
    }
}
