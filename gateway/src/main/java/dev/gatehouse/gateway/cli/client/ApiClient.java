package dev.gatehouse.gateway.cli.client;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.gateway.mcp.BoundedJson;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;

/**
 * Asks the management API as one user. Answers are bounded in size and time; redirects are not followed and proxies not
 * used, as either would show the token to somebody else.
 */
final class ApiClient implements AutoCloseable {

    private static final int MAX_ANSWER_BYTES = 32 << 20;
    private static final Duration CONNECT = Duration.ofSeconds(10);

    private final GatewayAddress gateway;
    private final BearerToken token;
    private final Duration timeout;
    private final HttpClient http;

    /** @param timeout for one request, from the connection to the last byte of the answer */
    ApiClient(GatewayAddress gateway, BearerToken token, SSLContext trust, Duration timeout) {
        this.gateway = gateway;
        this.token = token;
        this.timeout = timeout;
        http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .proxy(HttpClient.Builder.NO_PROXY)
                .connectTimeout(timeout.compareTo(CONNECT) < 0 ? timeout : CONNECT)
                .sslContext(trust)
                .build();
    }

    ObjectNode get(ApiPath path) throws ApiFailure, InterruptedException {
        return answer(request(path).GET().build());
    }

    ObjectNode post(ApiPath path, ObjectNode body) throws ApiFailure, InterruptedException {
        return answer(request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(BoundedJson.write(body).shared()))
                .build());
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    private HttpRequest.Builder request(ApiPath path) {
        return HttpRequest.newBuilder(gateway.of(path))
                .header("Authorization", token.authorization())
                .header("Accept", "application/json, application/problem+json")
                .header("User-Agent", "gatehouse");
    }

    private ObjectNode answer(HttpRequest request) throws ApiFailure, InterruptedException {
        HttpResponse<byte[]> response = send(request);
        ObjectNode body = BoundedJson.object(response.body());
        if (response.statusCode() != 200) {
            throw ProblemSentence.of(response.statusCode(), body);
        }
        if (body == null) {
            throw new ApiFailure(
                    ClientExit.FAILURE, gateway + " answers something else than JSON; is it a Gatehouse gateway?");
        }
        return body;
    }

    private HttpResponse<byte[]> send(HttpRequest request) throws ApiFailure, InterruptedException {
        var answer = http.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), MAX_ANSWER_BYTES));
        try {
            return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new ApiFailure(
                    ClientExit.UNREACHABLE,
                    gateway + " has not answered within " + timeout.toMillis() + " ms (see --timeout)");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException cause) {
                throw Unreachable.because(gateway, cause);
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
