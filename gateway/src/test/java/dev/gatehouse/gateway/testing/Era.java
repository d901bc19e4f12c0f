package dev.gatehouse.gateway.testing;

import java.io.IOException;

/** One era's way of answering. */
interface Era {

    void answer(RecordedRequest request, HttpReply reply) throws IOException;
}
