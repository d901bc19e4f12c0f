package dev.gatehouse.gateway.relay;

import java.nio.ByteBuffer;

/** An answer that goes to the caller in pieces, each at once. Confined to the request's lane. */
public interface ReplyStream {

    /** Sends the head, if nothing has carried it yet. */
    void flush();

    /** Sends lent bytes. Returns false when the producer should pause until {@code drained}. */
    boolean send(ByteBuffer bytes);

    void end();
}
