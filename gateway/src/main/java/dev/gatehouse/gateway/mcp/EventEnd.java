package dev.gatehouse.gateway.mcp;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** What becomes of an event whose last line has ended. */
final class EventEnd {

    private final EventReading event;
    private final HeldBytes held;
    private final EventRules rules;

    EventEnd(EventReading event, HeldBytes held, EventRules rules) {
        this.event = event;
        this.held = held;
        this.rules = rules;
    }

    /** Ends the event that consists of what is held and these bytes of the piece, and holds nothing of it any more. */
    void event(Piece piece, int from, int to) {
        boolean odd = event.odd();
        switch (event.end()) {
            case null -> {}
            case ScanResult.Refused(Refusal refusal) -> rules.unreadable(refusal);
            case ScanResult.Scanned(Message message) -> {
                switch (rules.judge(message)) {
                    case Ruling.Drop() -> {}
                    case Ruling.Pass() -> pass(piece, from, to, odd);
                    case Ruling.Rewrite(SplicedBody change) -> anew(piece, from, to, change);
                }
            }
        }
        held.clear();
    }

    private void pass(Piece piece, int from, int to, boolean odd) {
        if (odd) {
            anew(piece, from, to, SplicedBody.unchanged());
            return;
        }
        if (held.length() > 0) {
            piece.parts().own(held.take());
        }
        piece.pass(from, to);
    }

    /** Rare, so the event is simply read once more. */
    private void anew(Piece piece, int from, int to, SplicedBody change) {
        held.append(piece.bytes(), from, to);
        var events = new Events();
        new EventParser(held.length()).feed(held.take(), events);
        for (Event read : events.read) {
            ByteBuffer data = read.data();
            byte[] message = new byte[data == null ? 0 : data.remaining()];
            if (data != null) {
                data.get(message);
            }
            piece.parts().own(EventWriter.write(read.withData(change.apply(message))));
        }
    }

    private static final class Events implements EventSink {

        private final List<Event> read = new ArrayList<>(1);

        @Override
        public void event(Event event) {
            read.add(event);
        }

        @Override
        public void comment(String text) {}
    }
}
