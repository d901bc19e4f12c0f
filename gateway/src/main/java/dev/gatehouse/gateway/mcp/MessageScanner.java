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

    private static final int SCRATCH = 16 << 10;

    private final Envelope envelope;
    private final JsonScanner json;
    private byte @Nullable [] scratch;

    /** A scanner of what clients send. */
    public MessageScanner(ScanLimits limits) {
        this(limits, Sender.CLIENT);
    }

    private MessageScanner(ScanLimits limits, Sender sender) {
        envelope = new Envelope(sender);
        json = new JsonScanner(limits, envelope);
    }

    /**
     * A scanner of what upstreams send. As strict about ambiguity, but members beyond JSON-RPC may stand beside the
     * known ones, and an error may answer no request.
     */
    public static MessageScanner ofUpstream(ScanLimits limits) {
        return new MessageScanner(limits, Sender.UPSTREAM);
    }

    /**
     * Takes the next bytes.
     *
     * @return false once the message is refused, whatever follows
     */
    public boolean feed(byte[] bytes, int from, int to) {
        return json.feed(bytes, from, to);
    }

    /** Takes and consumes the next bytes. Words are read quicker from a copy on the heap than from a direct buffer. */
    public boolean feed(ByteBuffer chunk) {
        boolean sound = true;
        if (chunk.hasArray()) {
            int from = chunk.arrayOffset() + chunk.position();
            sound = feed(chunk.array(), from, from + chunk.remaining());
            chunk.position(chunk.limit());
        }
        while (chunk.hasRemaining()) {
            byte[] copy = scratch();
            int count = Math.min(copy.length, chunk.remaining());
            chunk.get(copy, 0, count);
            sound = feed(copy, 0, count);
        }
        return sound;
    }

    /** The method once it is known, before the end of the message. Nothing is certain before {@link #finish()}. */
    public @Nullable String method() {
        Text method = envelope.draft().text(Member.METHOD);
        return method == null ? null : method.value();
    }

    /** {@code params.name} once it is known, before the end of the message. */
    public @Nullable Text name() {
        return envelope.draft().text(Member.NAME);
    }

    /**
     * The refusal as soon as no further byte can avert it. Parameters of a wrong type are told by {@link #finish()}
     * only, when the id to answer is known.
     */
    public @Nullable Refusal refusal() {
        Flaw flaw = json.flaw();
        return flaw == null ? null : flaw.refusal(null);
    }

    /** Says that the body ends here. */
    public ScanResult finish() {
        Flaw flaw = json.finish();
        return flaw == null ? envelope.message(json.length()) : new ScanResult.Refused(flaw.refusal(null));
    }

    /** Forgets the message, to take the next one. */
    public void reset() {
        json.reset();
        envelope.reset();
    }

    private byte[] scratch() {
        byte[] bytes = scratch;
        if (bytes == null) {
            bytes = new byte[SCRATCH];
            scratch = bytes;
        }
        return bytes;
    }
}
