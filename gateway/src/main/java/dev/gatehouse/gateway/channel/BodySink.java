package dev.gatehouse.gateway.channel;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Receives a body piece by piece: any number of pieces, then exactly one of {@code end} and {@code failed}. */
public interface BodySink {

    /**
     * Takes a piece; the buffer is only valid during the call.
     *
     * @return false to hear nothing more until {@link ChannelReader#resume()}
     */
    boolean piece(ByteBuffer bytes);

    /** The body is whole. */
    void end();

    void failed(IOException e);
}
