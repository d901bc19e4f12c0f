package dev.gatehouse.operator.it;

import dev.gatehouse.gateway.ConfigSource;
import dev.gatehouse.gateway.Gateway;
import dev.gatehouse.gateway.GatewayOptions;
import dev.gatehouse.gateway.access.AccessSnapshot;
import dev.gatehouse.gateway.source.link.LinkOptions;
import dev.gatehouse.gateway.source.link.OperatorAddress;
import dev.gatehouse.gateway.tls.TlsFiles;
import dev.gatehouse.model.access.Action;
import dev.gatehouse.model.access.Decider;
import dev.gatehouse.model.access.Decision;
import dev.gatehouse.model.access.Principal;
import dev.gatehouse.model.access.PrincipalKey;
import dev.gatehouse.model.access.PrincipalKind;
import dev.gatehouse.model.access.ServerId;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A real gateway in this process that dials operators with the certificates that a pod would mount. */
final class LinkedGateway implements AutoCloseable {

    private static final String INITIALIZE = """
            {"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18",\
            "capabilities":{},"clientInfo":{"name":"it","version":"1"}}}""";

    private final HttpClient http = HttpClient.newHttpClient();
    private final Gateway gateway;

    private LinkedGateway(Gateway gateway) {
        this.gateway = gateway;
    }

    /** @param mounted the files of the Secret that a gateway's pod mounts */
    static LinkedGateway start(String name, Map<String, byte[]> mounted, List<OperatorAddress> operators, Clock clock)
            throws Exception {
        Path folder = Files.createTempDirectory("linked-gateway");
        for (Map.Entry<String, byte[]> file : mounted.entrySet()) {
            Files.write(folder.resolve(file.getKey()), file.getValue());
        }
        var link = new LinkOptions(
                operators,
                folder.resolve("ca.crt"),
                new TlsFiles(folder.resolve("tls.crt"), folder.resolve("tls.key")),
                name,
                "1.2.3",
                Duration.ofMillis(500));
        GatewayOptions options = GatewayOptions.forManifests(folder)
                .withSource(new ConfigSource.OperatorLink(link))
                .withClock(clock);
        return new LinkedGateway(Gateway.start(options));
    }

    /** Whether it lets somebody in who presents this token to {@code /mcp}. */
    boolean admits(String token) {
        try {
            return http.send(
                                    HttpRequest.newBuilder(uri("/mcp"))
                                            .header("Authorization", "Bearer " + token)
                                            .header("Content-Type", "application/json")
                                            .header("Accept", "application/json, text/event-stream")
                                            .POST(BodyPublishers.ofString(INITIALIZE))
                                            .build(),
                                    BodyHandlers.ofString())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            throw new AssertionError("the gateway did not answer", e);
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted", e);
        }
    }

    /** What the gateway's own decision function says, on the configuration that it enforces. */
    boolean allows(String namespace, String client, String server, String tool) {
        return allows(namespace, client, new ServerId(namespace, server), tool);
    }

    boolean allows(String namespace, String client, ServerId server, String tool) {
        AccessSnapshot enforced = gateway.store().enforced();
        if (enforced == null) {
            return false;
        }
        Principal principal = enforced.principal(new PrincipalKey(PrincipalKind.CLIENT, namespace, client));
        return principal != null
                && enforced.server(server) != null
                && Decider.decide(principal.grants(), new Action.Tool(server, tool)) instanceof Decision.Allowed;
    }

    long version() {
        AccessSnapshot enforced = gateway.store().enforced();
        return enforced == null ? 0 : enforced.version();
    }

    String digest() {
        AccessSnapshot enforced = gateway.store().enforced();
        return enforced == null ? "" : enforced.digest().hex();
    }

    boolean isReady() {
        try {
            return http.send(HttpRequest.newBuilder(uri("/readyz")).build(), BodyHandlers.ofString())
                            .statusCode()
                    == 200;
        } catch (IOException | InterruptedException e) {
            throw new AssertionError("the gateway did not answer", e);
        }
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + gateway.address().getPort() + path);
    }

    @Override
    public void close() {
        gateway.close();
        http.close();
    }
}
