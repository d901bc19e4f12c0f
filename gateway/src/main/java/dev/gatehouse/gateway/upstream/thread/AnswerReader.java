package dev.gatehouse.gateway.upstream.thread;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.gateway.mcp.BoundedJson;
import dev.gatehouse.gateway.mcp.Event;
import dev.gatehouse.gateway.mcp.EventParser;
import dev.gatehouse.gateway.mcp.EventSink;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * Reads an answer to one request: a JSON body whole, an event stream only until the message with our id has come. Hangs
 * up on anything that is longer than {@link UpstreamClient#MAX_ANSWER_BYTES}, and on bodies that are neither.
 */
final class AnswerReader implements BodySubscriber<AnswerBody>, EventSink {

    private final CompletableFuture<AnswerBody> body = new CompletableFuture<>();
    private final ByteArrayOutputStream json = new ByteArrayOutputStream();
    private final @Nullable EventParser events;
    private final boolean isJson;
    private final long id;
    private @Nullable Subscription subscription;
    private long received;

    private AnswerReader(String contentType, long id) {
        String type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        this.isJson = type.equals("application/json");
        this.id = id;
        this.events = type.equals("text/event-stream") ? new EventParser(UpstreamClient.MAX_ANSWER_BYTES) : null;
    }

    static BodyHandler<AnswerBody> forId(long id) {
        return info -> new AnswerReader(contentType(info), id);
    }

    private static String contentType(ResponseInfo info) {
        boolean encoded = info.headers().firstValue("Content-Encoding").isPresent();
        return encoded ? "" : info.headers().firstValue("Content-Type").orElse("");
    }

    @Override
    public CompletionStage<AnswerBody> getBody() {
        return body;
    }

    @Override
    public void onSubscribe(Subscription newSubscription) {
        subscription = newSubscription;
        if (isJson || events != null) {
            newSubscription.request(Long.MAX_VALUE);
        } else {
            finish(new AnswerBody.Read(null));
        }
    }

    @Override
    public void onNext(List<ByteBuffer> chunks) {
        for (ByteBuffer chunk : chunks) {
            received += chunk.remaining();
            if (body.isDone()) {
                return;
            } else if (received > UpstreamClient.MAX_ANSWER_BYTES) {
                finish(new AnswerBody.TooLarge());
            } else if (events != null) {
                events.feed(chunk, this);
            } else {
                json.writeBytes(bytes(chunk));
            }
        }
    }

    @Override
    public void event(Event event) {
        ByteBuffer data = body.isDone() ? null : event.data();
        ObjectNode message = data == null ? null : BoundedJson.object(bytes(data));
        if (message != null && !message.has("method") && Messages.hasId(message, id)) {
            finish(new AnswerBody.Read(message));
        }
    }

    @Override
    public void comment(String text) {} // keeps the connection alive by having come

    private static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }

    private void finish(AnswerBody read) {
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
        body.complete(
                events == null
                        ? new AnswerBody.Read(BoundedJson.object(json.toByteArray()))
                        : new AnswerBody.StreamEnded());
    }
}
