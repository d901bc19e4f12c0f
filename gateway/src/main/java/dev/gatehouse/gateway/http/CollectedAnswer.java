package dev.gatehouse.gateway.http;

import dev.gatehouse.gateway.mcp.ScanLimits;
import dev.gatehouse.gateway.upstream.UpstreamFailure;
import dev.gatehouse.gateway.upstream.lane.AnswerBody;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.function.Consumer;

/** An answer that must be whole before any of it goes on, such as a list to filter. Bounded. */
final class CollectedAnswer implements AnswerBody {

    /** The largest list that is taken from an upstream, in bytes. */
    static final int MAX_BYTES = 16 << 20;

    /** Upstreams may say more than clients. */
    static final ScanLimits LIMITS = new ScanLimits(MAX_BYTES, 128, 1_000_000, 8 << 10, 16 << 10);

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(8 << 10);
    private final Consumer<byte[]> whole;
    private final Runnable tooLarge;
    private final Consumer<UpstreamFailure> failed;

    CollectedAnswer(Consumer<byte[]> whole, Runnable tooLarge, Consumer<UpstreamFailure> failed) {
        this.whole = whole;
        this.tooLarge = tooLarge;
        this.failed = failed;
    }

    @Override
    public boolean piece(ByteBuffer piece) {
        if (bytes.size() + piece.remaining() > MAX_BYTES) {
            tooLarge.run();
            return false;
        }
        byte[] copy = new byte[piece.remaining()];
        piece.get(copy);
        bytes.writeBytes(copy);
        return true;
    }

    @Override
    public void end() {
        whole.accept(bytes.toByteArray());
    }

    @Override
    public void failed(UpstreamFailure failure) {
        failed.accept(failure);
    }
}
