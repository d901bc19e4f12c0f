package dev.gatehouse.gateway.upstream.lane;

import dev.gatehouse.gateway.upstream.CallHead;
import dev.gatehouse.gateway.upstream.CallHeader;
import dev.gatehouse.gateway.upstream.FailureCause;
import dev.gatehouse.gateway.upstream.UpstreamFailure;
import io.undertow.client.ClientCallback;
import io.undertow.client.ClientConnection;
import io.undertow.client.ClientExchange;
import io.undertow.client.ClientRequest;
import io.undertow.connector.ByteBufferPool;
import io.undertow.util.Headers;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.xnio.channels.StreamSinkChannel;

/**
 * One request to one upstream, from the connection to the head of the answer. Confined to the I/O thread of {@link
 * UpstreamCalls}; its listener hears of it exactly once.
 */
public final class UpstreamCall {

    private final UpstreamCalls calls;
    private final UpstreamTarget target;
    private final ClientRequest request;
    private final AnswerListener listener;
    private final Deadlines.Entry deadline;
    private final RequestBody body;
    private @Nullable ClientConnection connection;
    private @Nullable LaneAnswer answer;
    private boolean settled;

    UpstreamCall(UpstreamCalls calls, UpstreamTarget target, CallHead head, RequestBody body, AnswerListener listener) {
        this.calls = calls;
        this.target = target;
        this.listener = listener;
        this.body = body;
        this.request = new ClientRequest().setMethod(CallHeaders.method(head)).setPath(target.pathAndQuery());
        this.deadline = calls.deadlines().start(this::expired);
        var headers = request.getRequestHeaders();
        CallHeaders.put(headers, head);
        CallHeaders.put(headers, CallHeader.USER_AGENT, target.userAgent());
        headers.put(Headers.HOST, target.hostHeader());
        for (UpstreamTarget.Credential credential : target.credentials()) {
            headers.put(credential.name(), credential.value());
        }
        body.announce(headers);
    }

    void start(ByteBufferPool buffers) {
        FailureCause obstacle = target.obstacle();
        if (obstacle != null) {
            fail(UpstreamFailure.of(obstacle));
            return;
        }
        deadline.within(target.server().timeouts().connect().toNanos());
        target.pool(calls.thread()).acquire(buffers, calls.nanoTime(), new ClientCallback<>() {
            @Override
            public void completed(ClientConnection ready) {
                send(ready);
            }

            @Override
            public void failed(IOException e) {
                fail(LaneDiagnosis.of(e));
            }
        });
    }

    /** Gives up: closes the connection, and the listener hears nothing more. */
    public void abort() {
        settled = true;
        deadline.cancel();
        if (connection != null) {
            HardClose.of(connection);
        }
    }

    private void send(ClientConnection ready) {
        if (settled) {
            target.pool(calls.thread()).release(ready, calls.nanoTime());
            return;
        }
        connection = ready;
        extend();
        ready.sendRequest(request, new ClientCallback<>() {
            @Override
            public void completed(ClientExchange exchange) {
                sent(exchange);
            }

            @Override
            public void failed(IOException e) {
                fail(LaneDiagnosis.of(e));
            }
        });
    }

    private void sent(ClientExchange exchange) {
        exchange.setResponseListener(new ClientCallback<>() {
            @Override
            public void completed(ClientExchange answered) {
                answered(answered);
            }

            @Override
            public void failed(IOException e) {
                fail(LaneDiagnosis.of(e));
            }
        });
        StreamSinkChannel channel = exchange.getRequestChannel();
        body.sendTo(channel, this::extend, e -> fail(LaneDiagnosis.of(e)));
    }

    private void answered(ClientExchange exchange) {
        ClientConnection used = connection;
        if (settled || used == null) {
            return;
        }
        settled = true;
        extend();
        answer = new LaneAnswer(
                exchange, target.server().url(), this::extend, deadline::cancel, clean -> release(used, clean));
        listener.answered(answer);
    }

    private void release(ClientConnection used, boolean clean) {
        deadline.cancel();
        if (clean && body.isSent()) {
            target.pool(calls.thread()).release(used, calls.nanoTime());
        } else {
            HardClose.of(used);
        }
    }

    private void expired() {
        if (answer != null) {
            answer.fail(UpstreamFailure.of(FailureCause.TIMEOUT));
        } else {
            fail(UpstreamFailure.of(connection == null ? FailureCause.CONNECT_TIMEOUT : FailureCause.TIMEOUT));
        }
    }

    /** Grants the upstream its whole patience again, as something has moved. */
    private void extend() {
        deadline.within(target.server().timeouts().request().toNanos());
    }

    private void fail(UpstreamFailure failure) {
        if (settled) {
            return;
        }
        abort();
        listener.failed(failure);
    }
}
