package dev.gatehouse.gateway.relay;

import dev.gatehouse.gateway.mcp.Event;
import dev.gatehouse.gateway.mcp.EventParser;
import dev.gatehouse.gateway.mcp.EventSink;
import dev.gatehouse.gateway.mcp.Message;
import dev.gatehouse.gateway.mcp.MessageScanner;
import dev.gatehouse.gateway.mcp.RequestId;
import dev.gatehouse.gateway.mcp.ScanResult;
import dev.gatehouse.gateway.upstream.FailureCause;
import dev.gatehouse.gateway.upstream.UpstreamFailure;
import dev.gatehouse.gateway.upstream.lane.AnswerBody;
import dev.gatehouse.gateway.upstream.lane.LaneAnswer;
import java.nio.ByteBuffer;

/** Finds the one response in an event stream, for answers that must be whole before they go on. */
final class ResponseEvent implements AnswerBody, EventSink {

    private final EventParser parser = new EventParser(CollectedAnswer.MAX_BYTES);
    private final MessageScanner scanner;
    private final RequestId id;
    private final LaneAnswer answer;
    private final AnswerBody whole;
    private boolean found;
    private boolean unreadable;

    ResponseEvent(MessageScanner scanner, RequestId id, LaneAnswer answer, AnswerBody whole) {
        this.scanner = scanner;
        this.id = id;
        this.answer = answer;
        this.whole = whole;
    }

    @Override
    public boolean piece(ByteBuffer bytes) {
        if (!parser.feed(bytes, this)) {
            answer.abort();
            whole.failed(UpstreamFailure.of(FailureCause.EVENT_TOO_LARGE));
            return false;
        }
        if (found) {
            answer.abort();
            whole.end();
        }
        return !found;
    }

    @Override
    public void end() {
        if (!found) {
            whole.failed(UpstreamFailure.of(unreadable ? FailureCause.EVENT_UNREADABLE : FailureCause.STREAM_ENDED));
        }
    }

    @Override
    public void failed(UpstreamFailure failure) {
        whole.failed(failure);
    }

    @Override
    public void event(Event event) {
        ByteBuffer data = event.data();
        if (found || data == null || !data.hasRemaining()) {
            return;
        }
        scanner.reset();
        scanner.feed(data.duplicate());
        switch (scanner.finish()) {
            case ScanResult.Scanned(Message message)
            when message.kind() == Message.Kind.RESPONSE && id.equals(message.id()) -> {
                found = true;
                whole.piece(data);
            }
            case ScanResult.Scanned _ -> {}
            case ScanResult.Refused _ -> unreadable = true;
        }
    }

    @Override
    public void comment(String text) {}
}
