package dev.gatehouse.gateway.relay;

import dev.gatehouse.gateway.mcp.RequestId;
import dev.gatehouse.gateway.mcp.SplicedBody;
import dev.gatehouse.gateway.upstream.lane.RequestBody;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * A large call on its way upstream while it still arrives. The latest piece is always held back, so that the upstream
 * never has a whole message before every byte of it has been scanned. Confined to its lane.
 */
public final class Upload {

    private final RelayedCall call;
    private final RequestBody body;
    private final SplicedBody splice;
    private ByteBuffer held = ByteBuffer.allocate(0);
    private long offset;

    Upload(RelayedCall call, RequestBody body, SplicedBody splice) {
        this.call = call;
        this.body = body;
        this.splice = splice;
    }

    /** Takes the next piece of the body as the caller sent it. Returns false when the caller should wait. */
    public boolean pass(ByteBuffer piece) {
        boolean flows = send();
        if (held.capacity() < piece.remaining()) {
            held = ByteBuffer.allocate(piece.remaining());
        }
        held.clear().limit(piece.remaining());
        held.put(piece).flip();
        return flows;
    }

    /** The message is good: the upstream may have the rest of it. */
    public void complete(@Nullable RequestId id) {
        call.arrived(id);
        var _ = send();
        body.end();
    }

    /** The message is not good: the upstream gets no more of it, and never a whole one. */
    public void abandon() {
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
