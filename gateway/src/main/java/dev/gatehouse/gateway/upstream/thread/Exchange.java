package dev.gatehouse.gateway.upstream.thread;

import dev.gatehouse.gateway.upstream.UpstreamAnswer;
import dev.gatehouse.gateway.upstream.UpstreamFailure;
import dev.gatehouse.model.access.UpstreamServer;
import dev.gatehouse.model.resource.McpServerSpec.Transport;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** One HTTP exchange with an upstream, from credentials to failure, with no word of either in what comes out. */
final class Exchange implements AutoCloseable {

    sealed interface Outcome {}

    record NotReceived(UpstreamFailure failure) implements Outcome {}

    record Received(HttpResponse<AnswerBody> response) implements Outcome {

        boolean isSuccess() {
            return response.statusCode() / 100 == 2;
        }

        UpstreamAnswer answer(long id, boolean inSession) {
            int status = response.statusCode();
            boolean unreadable = status == 401 || status == 403 || (status == 404 && inSession);
            return unreadable
                    ? failureByStatus(inSession)
                    : switch (response.body()) {
                        case AnswerBody.Read read -> answer(read, id, inSession);
                        case AnswerBody.TooLarge _ -> new UpstreamFailure.Unusable("the answer is larger than 16 MiB");
                        case AnswerBody.StreamEnded _ ->
                            new UpstreamFailure.Unusable("the event stream ended without the answer");
                    };
        }

        private UpstreamAnswer answer(AnswerBody.Read read, long id, boolean inSession) {
            UpstreamAnswer answer = read.message() == null ? null : Messages.answer(read.message(), id);
            if (answer instanceof UpstreamAnswer.Answered && !isSuccess()) {
                return failureByStatus(inSession);
            }
            if (answer != null) {
                return answer;
            }
            return isSuccess()
                    ? new UpstreamFailure.Unusable("the answer is not the JSON-RPC answer to our request")
                    : failureByStatus(inSession);
        }

        UpstreamFailure failureByStatus(boolean inSession) {
            int status = response.statusCode();
            if (status == 401 || status == 403) {
                return new UpstreamFailure.CredentialsRefused(status);
            }
            return status == 404 && inSession
                    ? new UpstreamFailure.SessionGone()
                    : new UpstreamFailure.Unusable("the upstream answered with status " + status);
        }
    }

    private final Connections connections;

    Exchange(Connections connections) {
        this.connections = connections;
    }

    Outcome send(UpstreamServer server, HttpRequest.Builder request, long id, Duration timeout) {
        if (server.transport() == Transport.SSE) {
            return notReceived(new UpstreamFailure.Unusable("its transport Sse is not carried"));
        }
        CompletableFuture<HttpResponse<AnswerBody>> response;
        try {
            HttpRequest complete = complete(server, request);
            response = connections.to(server).sendAsync(complete, AnswerReader.forId(id));
        } catch (GeneralSecurityException e) {
            return notReceived(new UpstreamFailure.Unreachable("its CA certificates cannot be used"));
        } catch (RejectedExecutionException e) {
            return notReceived(new UpstreamFailure.Unreachable("the gateway is shutting down"));
        } catch (IllegalArgumentException e) {
            return notReceived(new UpstreamFailure.Unreachable("its URL or a credential header cannot be sent"));
        }
        try {
            return new Received(response.get(timeout.toNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException e) {
            response.cancel(true);
            return notReceived(new UpstreamFailure.TimedOut());
        } catch (InterruptedException e) {
            response.cancel(true);
            Thread.currentThread().interrupt();
            return notReceived(new UpstreamFailure.Unreachable("the gateway gave up waiting"));
        } catch (ExecutionException e) {
            return notReceived(failure(e.getCause()));
        }
    }

    /** Follows an event stream until it ends, the time is over or the thread is interrupted, which stays so. */
    Hearing follow(UpstreamServer server, HttpRequest.Builder request, Consumer<String> heard, Duration longest) {
        CompletableFuture<HttpResponse<Hearing>> response;
        try {
            response = connections.to(server).sendAsync(complete(server, request), HeardEvents.telling(heard));
        } catch (GeneralSecurityException | RejectedExecutionException | IllegalArgumentException e) {
            return Hearing.FAILED;
        }
        try {
            return response.get(longest.toNanos(), TimeUnit.NANOSECONDS).body();
        } catch (TimeoutException e) {
            response.cancel(true);
            return Hearing.ENDED;
        } catch (InterruptedException e) {
            response.cancel(true);
            Thread.currentThread().interrupt();
            return Hearing.ENDED;
        } catch (ExecutionException e) {
            return Hearing.FAILED;
        }
    }

    private static HttpRequest complete(UpstreamServer server, HttpRequest.Builder request) {
        request.uri(server.url())
                .header("Accept", "application/json, text/event-stream")
                .header("Content-Type", "application/json");
        for (UpstreamServer.Header header : server.headers()) {
            request.setHeader(header.name(), header.value().text());
        }
        return request.build();
    }

    private static Outcome notReceived(UpstreamFailure failure) {
        return new NotReceived(failure);
    }

    /** The exception's own words name addresses, so only its kind is told. */
    private static UpstreamFailure failure(@Nullable Throwable cause) {
        if (hasCause(cause, SSLException.class)) {
            return new UpstreamFailure.Unreachable("the TLS handshake failed");
        }
        if (hasCause(cause, UnresolvedAddressException.class) || hasCause(cause, UnknownHostException.class)) {
            return new UpstreamFailure.Unreachable("its host name does not resolve");
        }
        return switch (cause) {
            case HttpConnectTimeoutException _ -> new UpstreamFailure.Unreachable("no connection in time");
            case HttpTimeoutException _ -> new UpstreamFailure.TimedOut();
            case ConnectException _ -> new UpstreamFailure.Unreachable("the connection was refused");
            case null, default -> new UpstreamFailure.Unreachable("the connection broke");
        };
    }

    private static boolean hasCause(@Nullable Throwable failure, Class<? extends Throwable> kind) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (kind.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }

    void retain(Collection<UpstreamServer> servers) {
        connections.retain(servers);
    }

    @Override
    public void close() {
        connections.close();
    }
}
