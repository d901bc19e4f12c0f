package dev.gatehouse.gateway.door;

import dev.gatehouse.gateway.dialect.Reply;
import dev.gatehouse.gateway.relay.ReplyChannel;
import dev.gatehouse.gateway.relay.ReplyStream;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import org.xnio.IoUtils;

/** The way back to a caller that came by HTTP. Confined to the exchange's I/O thread. */
record HttpReply(HttpServerExchange http) implements ReplyChannel {

    @Override
    public void send(Reply reply) {
        if (!http.isComplete()) {
            Replies.send(http, reply);
        }
    }

    @Override
    public ReplyStream begin(int status, String contentType, long length, Runnable drained) {
        http.setStatusCode(status);
        http.getResponseHeaders().put(Headers.CONTENT_TYPE, contentType);
        if (length >= 0) {
            http.setResponseContentLength(length);
        }
        return HttpStream.on(http, drained);
    }

    @Override
    public ReplyStream beginEvents(Runnable drained) {
        http.getResponseHeaders().put(Headers.CACHE_CONTROL, "no-cache, no-transform");
        http.getResponseHeaders().put(McpHeaders.ACCEL_BUFFERING, "no");
        var stream = (HttpStream) begin(200, "text/event-stream", -1, drained);
        stream.sendHead();
        return stream;
    }

    @Override
    public boolean isBegun() {
        return http.isResponseStarted() || http.isComplete();
    }

    @Override
    public void breakOff() {
        IoUtils.safeClose(http.getConnection());
    }

    @Override
    public void whenOver(Runnable then) {
        http.addExchangeCompleteListener((ended, next) -> {
            then.run();
            next.proceed();
        });
    }

    @Override
    public void whenCallerLeaves(Runnable then) {
        Disconnects.watch(http, then);
    }

    @Override
    public void staysOpen() {
        Disconnects.stayRegistered(http);
    }

    @Override
    public boolean hasWholeRequest() {
        return http.isRequestComplete();
    }
}
