package dev.gatehouse.gateway.relay;

import dev.gatehouse.gateway.LogKeys;
import dev.gatehouse.gateway.mcp.EventJudge;
import dev.gatehouse.gateway.mcp.EventRules;
import dev.gatehouse.gateway.mcp.Message;
import dev.gatehouse.gateway.mcp.Refusal;
import dev.gatehouse.gateway.mcp.Ruling;
import dev.gatehouse.gateway.mcp.ScannerPool;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets those events of an upstream's stream through whose messages may pass, as the slices that they came in. */
final class EventSieve implements EventRules {

    /** The largest single event, in bytes. */
    static final int MAX_EVENT = 16 << 20;

    private static final Logger LOG = LoggerFactory.getLogger(EventSieve.class);

    private final EventJudge judge;
    private final String serverKey;
    private final Predicate<Message> passes;
    private final List<ByteBuffer> passed = new ArrayList<>(1);
    private boolean unreadable;

    EventSieve(ScannerPool scanners, String serverKey, Predicate<Message> passes) {
        this.judge = new EventJudge(MAX_EVENT, false, scanners, this);
        this.serverKey = serverKey;
        this.passes = passes;
    }

    /** What passes of {@code bytes} goes to {@code to}, lent. */
    Sifted sift(ByteBuffer bytes, Receiver to) {
        passed.clear();
        boolean sound = judge.feed(bytes, passed);
        boolean flows = true;
        for (ByteBuffer part : passed) {
            flows = to.send(part);
        }
        if (!sound) {
            return Sifted.TOO_LARGE;
        }
        return flows ? Sifted.FLOWS : Sifted.PAUSES;
    }

    /** What came of a piece of a stream. */
    enum Sifted {
        FLOWS,
        /** Whoever receives it asks for a pause. */
        PAUSES,
        /** An event is larger than the gateway takes. */
        TOO_LARGE
    }

    /** Whoever hears what passes. */
    interface Receiver {

        /** Returns false to ask for a pause. */
        boolean send(ByteBuffer lent);
    }

    /** Whether an event was left out because nobody could read it. */
    boolean hasLeftOut() {
        return unreadable;
    }

    @Override
    public Ruling judge(Message message) {
        return Ruling.passIf(passes.test(message));
    }

    @Override
    public void unreadable(Refusal refusal) {
        unreadable = true;
        LOG.atWarn()
                .addKeyValue(LogKeys.SERVER, serverKey)
                .addKeyValue(LogKeys.REASON, refusal.grounds())
                .log("An upstream sent an event that cannot be read without doubt; it is left out");
    }
}
