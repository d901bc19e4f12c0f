package dev.gatehouse.gateway.upstream.lane;

import dev.gatehouse.gateway.upstream.UpstreamFailure;

/** Hears of one upstream call, always on its I/O thread, and exactly once in all. */
public interface AnswerListener {

    /** The head of the answer is there; the listener reads the body through {@code answer} or aborts it. */
    void answered(LaneAnswer answer);

    /** There will be no answer. */
    void failed(UpstreamFailure failure);
}
