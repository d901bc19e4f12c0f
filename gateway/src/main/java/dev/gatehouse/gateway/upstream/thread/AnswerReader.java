package dev.gatehouse.gateway.upstream.thread;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.gateway.mcp.BoundedJson;
import dev.gatehouse.gateway.mcp.Event;
import dev.gatehouse.gateway.mcp.EventParser;
import dev.gatehouse.gateway.mcp.EventSink;
import dev.gatehouse.gateway.upstream.AnswerHead;
import dev.gatehouse.gateway.upstream.FailureCause;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * Reads an answer to one request: a JSON body whole, an event stream only until the message with our id has come. Hangs
 * up on bodies and events of more than {@link UpstreamClient#MAX_ANSWER_BYTES}, on streams of more than twice that, and on
 * whatever is neither.
 */
final class AnswerReader implements BodySubscriber<BodyReading>, EventSink {

    private final CompletableFuture<BodyReading> body = new CompletableFuture<>();
    private final ByteArrayOutputStream json = new ByteArrayOutputStream();
    private final @Nullable EventParser events;
    private final boolean isJson;
    private final long id;
    private @Nullable Subscription subscription;
    private long received;
    private boolean unreadable;

    private AnswerReader(AnswerHead head, boolean isReadable, long id) {
        this.isJson = isReadable && head.isJson();
        this.events = isReadable && head.isEvents() ? new EventParser(UpstreamClient.MAX_ANSWER_BYTES) : null;
        this.id = id;
    }

    static BodyHandler<BodyReading> forId(long id, URI asked) {
        return info -> {
            AnswerHead head = Received.head(info.statusCode(), info.headers());
            return new AnswerReader(head, head.objection(asked) == null, id);
        };
    }

    @Override
    public CompletionStage<BodyReading> getBody() {
        return body;
    }

    @Override
    public void onSubscribe(Subscription newSubscription) {
        subscription = newSubscription;
        if (isJson || events != null) {
            newSubscription.request(Long.MAX_VALUE);
        } else {
            finish(nothing(FailureCause.NOT_MCP));
        }
    }

    @Override
    public void onNext(List<ByteBuffer> chunks) {
        for (ByteBuffer chunk : chunks) {
            received += chunk.remaining();
            if (body.isDone()) {
                return;
            } else if (received > (events == null ? 1L : 2L) * UpstreamClient.MAX_ANSWER_BYTES) {
                finish(nothing(FailureCause.TOO_LARGE));
            } else if (events == null) {
                json.writeBytes(bytes(chunk));
            } else if (!events.feed(chunk, this)) {
                finish(nothing(FailureCause.EVENT_TOO_LARGE));
            }
        }
    }

    @Override
    public void event(Event event) {
        ByteBuffer data = body.isDone() ? null : event.data();
        if (data == null || !data.hasRemaining()) {
            return;
        }
        ObjectNode message = BoundedJson.object(bytes(data));
        if (message == null) {
            unreadable = true;
        } else if (!message.has("method") && Messages.hasId(message, id)) {
            finish(new BodyReading.Message(message));
        }
    }

    @Override
    public void comment(String text) {} // keeps the connection alive by having come

    private static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }

    private void finish(BodyReading read) {
        body.complete(read);
        if (subscription != null) {
            subscription.cancel();
        }
    }

    @Override
    public void onError(Throwable failure) {
        body.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        body.complete(events == null ? whole() : nothing(ending()));
    }

    private BodyReading whole() {
        ObjectNode message = BoundedJson.object(json.toByteArray());
        return message == null ? nothing(FailureCause.NOT_MCP) : new BodyReading.Message(message);
    }

    private FailureCause ending() {
        return unreadable ? FailureCause.EVENT_UNREADABLE : FailureCause.STREAM_ENDED;
    }

    private static BodyReading nothing(FailureCause why) {
        return new BodyReading.NoMessage(why);
    }
}
