package dev.gatehouse.gateway.http;

import dev.gatehouse.gateway.mcp.SplicedBody;
import dev.gatehouse.gateway.upstream.lane.RequestBody;
import java.nio.ByteBuffer;

/**
 * A large call on its way upstream while it still arrives. The latest piece is always held back, so that the upstream
 * never has a whole message before every byte of it has been scanned. Confined to its lane.
 */
final class Upload {

    private final ForwardedCall call;
    private final RequestBody body;
    private final SplicedBody splice;
    private ByteBuffer held = ByteBuffer.allocate(0);
    private long offset;

    Upload(ForwardedCall call, RequestBody body, SplicedBody splice) {
        this.call = call;
        this.body = body;
        this.splice = splice;
    }

    ForwardedCall call() {
        return call;
    }

    /** Takes the next piece of the body as the client sent it. Returns false when the client should wait. */
    boolean pass(ByteBuffer piece) {
        boolean flows = send();
        if (held.capacity() < piece.remaining()) {
            held = ByteBuffer.allocate(piece.remaining());
        }
        held.clear().limit(piece.remaining());
        held.put(piece).flip();
        return flows;
    }

    /** The message is good: the upstream may have the rest of it. */
    void complete() {
        var _ = send();
        body.end();
    }

    /** The message is not good: the upstream gets no more of it, and never a whole one. */
    void abandon() {
        call.abandon();
    }

    private boolean send() {
        boolean flows = true;
        long from = offset;
        offset += held.remaining();
        for (ByteBuffer part : splice.chunk(from, held)) {
            flows = body.writeLent(part);
        }
        return flows;
    }
}
