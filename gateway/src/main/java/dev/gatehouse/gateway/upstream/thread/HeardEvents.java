package dev.gatehouse.gateway.upstream.thread;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.gateway.mcp.BoundedJson;
import dev.gatehouse.gateway.mcp.Event;
import dev.gatehouse.gateway.mcp.EventParser;
import dev.gatehouse.gateway.mcp.EventSink;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Follows an event stream without end and tells the methods of the messages in it. Hangs up on an event that is too large. */
final class HeardEvents implements BodySubscriber<Listened>, EventSink {

    private static final int MAX_EVENT = 1 << 20;

    private final CompletableFuture<Listened> end = new CompletableFuture<>();
    private final EventParser events = new EventParser(MAX_EVENT);
    private final Consumer<String> heard;
    private @Nullable Subscription subscription;

    private HeardEvents(Consumer<String> heard) {
        this.heard = heard;
    }

    static BodyHandler<Listened> telling(Consumer<String> heard) {
        return info -> isStream(info) ? new HeardEvents(heard) : BodySubscribers.replacing(none(info));
    }

    private static boolean isStream(ResponseInfo info) {
        String type = info.headers().firstValue("Content-Type").orElse("");
        return info.statusCode() == 200
                && type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT).equals("text/event-stream");
    }

    private static Listened none(ResponseInfo info) {
        return info.statusCode() == 404 || info.statusCode() >= 500 ? Listened.FAILED : Listened.NONE;
    }

    @Override
    public CompletionStage<Listened> getBody() {
        return end;
    }

    @Override
    public void onSubscribe(Subscription newSubscription) {
        subscription = newSubscription;
        newSubscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> chunks) {
        for (ByteBuffer chunk : chunks) {
            if (!events.feed(chunk, this)) {
                end.complete(Listened.ENDED);
                if (subscription != null) {
                    subscription.cancel();
                }
                return;
            }
        }
    }

    @Override
    public void event(Event event) {
        ByteBuffer data = event.data();
        if (data != null) {
            byte[] bytes = new byte[data.remaining()];
            data.get(bytes);
            ObjectNode message = BoundedJson.object(bytes);
            if (message != null && message.path("method").isTextual()) {
                heard.accept(message.path("method").textValue());
            }
        }
    }

    @Override
    public void comment(String text) {} // keeps the connection alive by having come

    @Override
    public void onError(Throwable failure) {
        end.complete(Listened.ENDED);
    }

    @Override
    public void onComplete() {
        end.complete(Listened.ENDED);
    }
}
