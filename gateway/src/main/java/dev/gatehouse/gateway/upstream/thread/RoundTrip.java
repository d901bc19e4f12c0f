package dev.gatehouse.gateway.upstream.thread;

import dev.gatehouse.gateway.LogKeys;
import dev.gatehouse.gateway.upstream.CallHead;
import dev.gatehouse.gateway.upstream.CallHeader;
import dev.gatehouse.gateway.upstream.FailureCause;
import dev.gatehouse.gateway.upstream.UpstreamFailure;
import dev.gatehouse.model.access.UpstreamServer;
import dev.gatehouse.model.resource.McpServerSpec.Transport;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One request to an upstream and its answer, from credentials to failure, with no word of either in what comes out. */
final class RoundTrip implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RoundTrip.class);
    private static final byte[] NO_BODY = {};

    /** More time than was asked for, so that a connection that was not made in the same time is told as just that. */
    private static final Duration GRACE = Duration.ofMillis(200);

    sealed interface Outcome permits Received, NotReceived {}

    record NotReceived(UpstreamFailure failure) implements Outcome {}

    private final Connections connections;
    private final String userAgent;

    RoundTrip(Connections connections, String userAgent) {
        this.connections = connections;
        this.userAgent = userAgent;
    }

    /** @param body empty: the request has none */
    Outcome send(UpstreamServer server, CallHead head, byte[] body, long id, Duration timeout) {
        if (server.transport() == Transport.SSE) {
            return notReceived(FailureCause.TRANSPORT);
        }
        CompletableFuture<HttpResponse<BodyReading>> response;
        try {
            HttpRequest request = request(server, head, body);
            response = connections.to(server).sendAsync(request, AnswerReader.forId(id, server.url()));
        } catch (GeneralSecurityException e) {
            return notReceived(FailureCause.CA);
        } catch (RejectedExecutionException e) {
            return notReceived(FailureCause.STOPPING);
        } catch (IllegalArgumentException e) {
            return notReceived(FailureCause.UNSENDABLE);
        }
        try {
            Duration patience = timeout.plus(GRACE);
            return new Received(response.get(patience.toNanos(), TimeUnit.NANOSECONDS), server.url());
        } catch (TimeoutException e) {
            response.cancel(true);
            return notReceived(FailureCause.TIMEOUT);
        } catch (InterruptedException e) {
            response.cancel(true);
            Thread.currentThread().interrupt();
            return notReceived(FailureCause.STOPPING);
        } catch (ExecutionException e) {
            return notReceived(ThreadDiagnosis.of(e.getCause()));
        }
    }

    /**
     * Sends a request without a body, whose answer nobody needs. It is under way when this returns: connections that are let
     * go of afterwards still carry it. Does not block.
     */
    void dispatch(UpstreamServer server, CallHead head, Duration timeout) {
        if (server.transport() == Transport.SSE) {
            return;
        }
        try {
            HttpRequest request = request(server, head, NO_BODY);
            var response = connections.to(server).sendAsync(request, AnswerReader.forId(0, server.url()));
            CompletableFuture.delayedExecutor(timeout.toMillis(), TimeUnit.MILLISECONDS)
                    .execute(() -> response.cancel(true));
        } catch (GeneralSecurityException | RejectedExecutionException | IllegalArgumentException e) {
            LOG.atDebug()
                    .addKeyValue(LogKeys.SERVER, server.key())
                    .setCause(e)
                    .log("A request whose answer nobody needs could not be sent");
        }
    }

    /**
     * Listens to a stream until it ends, the time is over or the thread is interrupted.
     *
     * @param heard is told the method of each message
     */
    Listened follow(UpstreamServer server, CallHead head, byte[] body, Consumer<String> heard, Duration longest) {
        CompletableFuture<HttpResponse<Listened>> response;
        try {
            response = connections.to(server).sendAsync(request(server, head, body), HeardEvents.telling(heard));
        } catch (GeneralSecurityException | RejectedExecutionException | IllegalArgumentException e) {
            return Listened.FAILED;
        }
        try {
            return response.get(longest.toNanos(), TimeUnit.NANOSECONDS).body();
        } catch (TimeoutException e) {
            response.cancel(true);
            return Listened.ENDED;
        } catch (InterruptedException e) {
            response.cancel(true);
            Thread.currentThread().interrupt();
            return Listened.ENDED;
        } catch (ExecutionException e) {
            return Listened.FAILED;
        }
    }

    private HttpRequest request(UpstreamServer server, CallHead head, byte[] body) {
        BodyPublisher publisher = body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body);
        HttpRequest.Builder request =
                HttpRequest.newBuilder(server.url()).method(head.verb().name(), publisher);
        head.forEach((header, value) -> request.header(header.text(), value));
        head.params().forEach(request::header);
        request.header(CallHeader.USER_AGENT.text(), userAgent);
        for (UpstreamServer.Header header : server.headers()) {
            request.setHeader(header.name(), header.value().text());
        }
        return request.build();
    }

    private static Outcome notReceived(FailureCause cause) {
        return new NotReceived(UpstreamFailure.of(cause));
    }

    void retain(Collection<UpstreamServer> servers) {
        connections.retain(servers);
    }

    @Override
    public void close() {
        connections.close();
    }
}
