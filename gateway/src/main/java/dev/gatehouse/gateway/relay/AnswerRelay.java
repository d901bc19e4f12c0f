package dev.gatehouse.gateway.relay;

import dev.gatehouse.gateway.dialect.Reply;
import dev.gatehouse.gateway.mcp.RequestId;
import dev.gatehouse.gateway.upstream.lane.LaneAnswer;
import org.jspecify.annotations.Nullable;

/** What becomes of the answer to a relayed call. */
interface AnswerRelay {

    void relay(RelayedCall call, LaneAnswer answer);

    /** What the caller hears when its right goes before the answer comes. */
    Reply hidden(@Nullable RequestId id);

    /** Whether the upstream says that it has ended the session. */
    boolean isSessionGone(LaneAnswer answer);

    void sessionGone();
}
