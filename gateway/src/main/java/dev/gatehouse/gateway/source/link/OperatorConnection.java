package dev.gatehouse.gateway.source.link;

import dev.gatehouse.model.access.StateDigest;
import dev.gatehouse.model.link.LinkProtocol;
import dev.gatehouse.model.link.LinkTls;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;

/** One operator, dialled at one address over TLS 1.3. Closing it ends everything that is under way. */
final class OperatorConnection implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final HttpClient client;
    private final URI base;

    /** @param tls judges the operator by its certificate's authority and role, whatever address it was dialled at */
    OperatorConnection(InetSocketAddress address, SSLContext tls) {
        this.base = URI.create("https://" + literal(address) + ":" + address.getPort());
        var parameters = new SSLParameters();
        parameters.setProtocols(new String[] {LinkTls.PROTOCOL});
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .proxy(HttpClient.Builder.NO_PROXY)
                .connectTimeout(PATIENCE)
                .sslContext(tls)
                .sslParameters(parameters)
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build();
    }

    /** Asks for the stream of frames. {@code seen} is 0 before the first version. */
    HttpResponse<InputStream> open(String name, String software, @Nullable StateDigest have, long seen)
            throws IOException {
        String query = "?" + LinkProtocol.PROTOCOL + "=" + LinkProtocol.VERSION + "&" + LinkProtocol.NAME + "="
                + encoded(name) + "&" + LinkProtocol.SOFTWARE + "=" + encoded(software)
                + (have == null ? "" : "&" + LinkProtocol.HAVE + "=" + have.hex())
                + (seen == 0 ? "" : "&" + LinkProtocol.SEEN + "=" + seen);
        var request = HttpRequest.newBuilder(base.resolve(LinkProtocol.LINK_PATH + query))
                .GET()
                .build();
        return exchange(request, BodyHandlers.ofInputStream());
    }

    /** @return the status of the answer */
    int post(String path, byte[] body) throws IOException {
        var request = HttpRequest.newBuilder(base.resolve(path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        return exchange(request, BodyHandlers.discarding()).statusCode();
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    /** The client's own timeout may count a whole stream, so only the head is waited for here. */
    private <T> HttpResponse<T> exchange(HttpRequest request, BodyHandler<T> handler) throws IOException {
        var answer = client.sendAsync(request, handler);
        try {
            return answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new IOException("the operator at " + base.getAuthority() + " does not answer", e);
        } catch (ExecutionException e) {
            throw new IOException("the operator at " + base.getAuthority() + ": " + reason(e), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the link was stopped");
        }
    }

    private static String reason(ExecutionException e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static String literal(InetSocketAddress address) {
        String text = address.getAddress().getHostAddress();
        int scope = text.indexOf('%');
        String bare = scope < 0 ? text : text.substring(0, scope);
        return bare.indexOf(':') < 0 ? bare : "[" + bare + "]";
    }
}
