package dev.gatehouse.gateway.http;

import dev.gatehouse.gateway.access.AccessSnapshot;
import dev.gatehouse.gateway.audit.AuditEvent.Verdict;
import dev.gatehouse.gateway.mcp.JsonRpcCode;
import dev.gatehouse.gateway.mcp.JsonRpcError;
import dev.gatehouse.gateway.mcp.RequestId;
import dev.gatehouse.gateway.upstream.CallHead;
import dev.gatehouse.gateway.upstream.FailureCause;
import dev.gatehouse.gateway.upstream.UpstreamFailure;
import dev.gatehouse.gateway.upstream.lane.AnswerListener;
import dev.gatehouse.gateway.upstream.lane.LaneAnswer;
import dev.gatehouse.gateway.upstream.lane.RequestBody;
import dev.gatehouse.gateway.upstream.lane.UpstreamCall;
import dev.gatehouse.gateway.upstream.lane.UpstreamTarget;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.StatusCodes;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.xnio.IoUtils;

/**
 * One allowed message on its way to an upstream and its answer on the way back. It ends with the client's exchange, with
 * the answer, or at the swap that takes its right away. Confined to its lane.
 */
final class ForwardedCall implements AnswerListener, OpenExchange {

    private final IoLane lane;
    private final McpExchange exchange;
    private final Standing standing;
    private @Nullable RequestId id;
    private final Relaying relaying;
    private @Nullable UpstreamCall call;
    private @Nullable LaneAnswer answer;
    private boolean arriving;
    private boolean over;
    private boolean watched;

    /** What to do with the answer. */
    interface Relaying {

        void relay(ForwardedCall call, LaneAnswer answer);

        /** What audit says of a message that was answered. */
        default Verdict verdict() {
            return Verdict.ALLOWED;
        }

        /** What the caller hears when its right goes before the answer comes. */
        default JsonRpcError hidden(@Nullable RequestId id) {
            return JsonRpcError.of(id, JsonRpcCode.INTERNAL_ERROR, "Rights have changed; ask again");
        }

        /** Whether the upstream says that it has ended the session. */
        boolean isSessionGone(LaneAnswer answer);

        void sessionGone();
    }

    ForwardedCall(IoLane lane, McpExchange exchange, Standing standing, @Nullable RequestId id, Relaying relaying) {
        this.lane = lane;
        this.exchange = exchange;
        this.standing = standing;
        this.id = id;
        this.relaying = relaying;
    }

    void start(UpstreamTarget target, CallHead head, RequestBody body) {
        HttpServerExchange http = exchange.http();
        lane.open().add(this);
        http.addExchangeCompleteListener((ended, next) -> {
            leave();
            next.proceed();
        });
        call = lane.calls().start(target, head, body, http.getConnection().getByteBufferPool(), this);
        Disconnects.stayRegistered(http);
    }

    @Override
    public void answered(LaneAnswer arrived) {
        answer = arrived;
        if (arriving) {
            arrived.abort();
            unavailable(UpstreamFailure.of(FailureCause.TOO_EARLY));
            return;
        }
        UpstreamFailure objection = arrived.objection();
        if (relaying.isSessionGone(arrived)) {
            gone(arrived);
        } else if (objection == null) {
            exchange.audit(relaying.verdict());
            relaying.relay(this, arrived);
        } else {
            arrived.abort();
            unavailable(objection);
        }
    }

    @Override
    public void failed(UpstreamFailure failure) {
        unavailable(failure);
    }

    /** The answer broke off or cannot be passed on. */
    void unavailable(UpstreamFailure failure) {
        if (!over) {
            Unavailable.answer(exchange, id, failure);
        }
    }

    @Override
    public void judge(AccessSnapshot after) {
        if (!standing.isKnown(after)) {
            revoke("token revoked", () -> AuthenticationHandler.unauthorized(exchange.http()));
        } else if (!standing.isAllowed(after)) {
            revoke("right revoked", this::hide);
        }
    }

    /**
     * Watching costs two system calls, so only calls that take their time are watched. In 2026-07-28 a caller that leaves
     * cancels its call; in a session it does not.
     */
    @Override
    public void lingers() {
        HttpServerExchange http = exchange.http();
        boolean cancels = !http.getRequestHeaders().contains(McpHeaders.SESSION_ID);
        if (cancels && !watched && !arriving && !over && http.isRequestComplete()) {
            watched = true;
            Disconnects.watch(http, this::leave);
        }
    }

    @Override
    public void endStream() {}

    /** The message is still on its way here: until it is whole, no answer can be one to it. */
    void arriving() {
        arriving = true;
    }

    /** The message is whole, and this is its id. */
    void arrived(@Nullable RequestId request) {
        arriving = false;
        id = request;
    }

    /** Gives up without an answer: whoever calls this gives one. */
    void abandon() {
        leave();
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

    @Nullable
    RequestId id() {
        return id;
    }

    private void gone(LaneAnswer arrived) {
        arrived.abort();
        lane.open().remove(this);
        relaying.sessionGone();
    }

    private void revoke(String reason, Runnable answer) {
        HttpServerExchange http = exchange.http();
        exchange.audit(Verdict.DENIED, reason);
        leave();
        if (http.isResponseStarted()) {
            IoUtils.safeClose(http.getConnection());
        } else {
            answer.run();
        }
    }

    /** What was asked for is no longer there for this caller. */
    private void hide() {
        var error = relaying.hidden(id);
        Replies.json(exchange.http(), StatusCodes.OK, ByteBuffer.wrap(error.body()));
    }

    private void leave() {
        if (!over) {
            over = true;
            lane.open().remove(this);
            if (answer != null) {
                answer.abort();
            } else if (call != null) {
                call.abort();
            }
        }
    }
}
