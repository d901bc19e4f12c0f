package dev.gatehouse.gateway.relay;

import dev.gatehouse.gateway.mcp.Message;
import dev.gatehouse.gateway.upstream.AnswerHead;
import dev.gatehouse.gateway.upstream.CallHead;
import dev.gatehouse.gateway.upstream.UpstreamFailure;
import dev.gatehouse.gateway.upstream.lane.AnswerListener;
import dev.gatehouse.gateway.upstream.lane.LaneAnswer;
import dev.gatehouse.gateway.upstream.lane.RequestBody;
import dev.gatehouse.gateway.upstream.lane.UpstreamTargets;
import dev.gatehouse.model.access.UpstreamServer;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One upstream's part of a caller's stream, in either era, which comes back after the upstream has been away. Confined to
 * the fan's lane.
 */
final class StandingLeg implements AnswerListener {

    /** The upstream has no such stream, or does not take us: asking again would change nothing. */
    private static final Set<Integer> FINAL = Set.of(400, 401, 403, 404, 405);

    private static final int OK = 200;

    /** What is sent to open the stream. */
    record Dial(CallHead head, RequestBody body) {}

    private final EventFan fan;
    private final UpstreamServer server;
    private final UpstreamTargets targets;
    private final Supplier<@Nullable Dial> dial;
    private final Predicate<Message> passes;

    /** @param dial null: there is nothing to dial now, which may be otherwise later */
    StandingLeg(
            EventFan fan,
            UpstreamServer server,
            UpstreamTargets targets,
            Supplier<@Nullable Dial> dial,
            Predicate<Message> passes) {
        this.fan = fan;
        this.server = server;
        this.targets = targets;
        this.dial = dial;
        this.passes = passes;
    }

    void connect() {
        if (fan.isOver()) {
            return;
        }
        Dial now = dial.get();
        if (now == null) {
            reconnect();
            return;
        }
        var _ = fan.lane()
                .calls()
                .start(targets.of(server), now.head(), now.body(), fan.lane().buffers(), this);
    }

    @Override
    public void answered(LaneAnswer answer) {
        if (answer.status() == OK && answer.mediaType().equals(AnswerHead.EVENT_STREAM)) {
            fan.lane().redials().reached(server.id());
            EventLeg.join(
                    fan,
                    server.key(),
                    new EventSieve(fan.lane().scanners(), server.key(), passes),
                    answer,
                    this::reconnect);
            return;
        }
        int status = answer.status();
        answer.abort();
        if (!FINAL.contains(status)) {
            reconnect();
        }
    }

    @Override
    public void failed(UpstreamFailure failure) {
        reconnect();
    }

    private void reconnect() {
        if (!fan.isOver()) {
            fan.lane().redials().later(server.id(), fan::isOver, this::connect);
        }
    }
}
