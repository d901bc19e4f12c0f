package dev.gatehouse.gateway.upstream.lane;

import dev.gatehouse.gateway.upstream.UpstreamFailure;
import java.nio.ByteBuffer;

/** Receives the body of an answer on the call's I/O thread: pieces, then exactly one of {@code end} and {@code failed}. */
public interface AnswerBody {

    /**
     * Takes a piece; the buffer is only valid during the call.
     *
     * @return false to hear nothing more until {@link LaneAnswer#resume()}
     */
    boolean piece(ByteBuffer bytes);

    void end();

    void failed(UpstreamFailure failure);
}
