package dev.gatehouse.operator.link;

import dev.gatehouse.gateway.ConfigSource;
import dev.gatehouse.gateway.Gateway;
import dev.gatehouse.gateway.GatewayOptions;
import dev.gatehouse.gateway.access.AccessSnapshot;
import dev.gatehouse.gateway.serviceaccount.ServiceAccountIssuer;
import dev.gatehouse.gateway.source.link.LinkOptions;
import dev.gatehouse.gateway.tls.TlsFiles;
import dev.gatehouse.model.access.AccessConfig;
import dev.gatehouse.model.access.TrustedIssuer;
import dev.gatehouse.model.link.LinkRole;
import dev.gatehouse.model.option.HostPort;
import dev.gatehouse.model.resource.SecretValue;
import dev.gatehouse.operator.pki.CertificateStore;
import dev.gatehouse.operator.pki.PkiSecrets;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A real gateway in this process that dials operators with the certificates that a pod would mount. */
final class TestGateway implements AutoCloseable {

    private static final String PING = "{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"ping\"}";
    private static final String INITIALIZE = """
            {"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18",\
            "capabilities":{},"clientInfo":{"name":"it","version":"1"}}}""";

    private final HttpClient http = HttpClient.newHttpClient();
    private final Path folder;
    private final Gateway gateway;

    private TestGateway(Path folder, Gateway gateway) {
        this.folder = folder;
        this.gateway = gateway;
    }

    static TestGateway start(Path home, String name, CertificateStore certificates, int... ports) throws Exception {
        return start(home, name, certificates, LinkRole.GATEWAY, ports);
    }

    /** @param role whose certificate it shows */
    static TestGateway start(Path home, String name, CertificateStore certificates, LinkRole role, int... ports)
            throws Exception {
        Path folder = Files.createDirectories(home.resolve(name));
        mount(certificates, role, folder);
        List<HostPort> operators = IntStream.of(ports)
                .mapToObj(port -> new HostPort("127.0.0.1", port))
                .toList();
        var link = new LinkOptions(
                operators,
                folder.resolve("ca.crt"),
                new TlsFiles(folder.resolve("tls.crt"), folder.resolve("tls.key")),
                name,
                "1.2.3",
                Duration.ofMillis(500));
        GatewayOptions options = GatewayOptions.forManifests(folder).withSource(new ConfigSource.OperatorLink(link));
        return new TestGateway(folder, Gateway.start(options));
    }

    /** What the kubelet does with a Secret. */
    static void mount(CertificateStore certificates, LinkRole role, Path folder) throws Exception {
        Map<String, SecretValue> data =
                certificates.read(PkiSecrets.nameOf(role)).orElseThrow().data();
        for (Map.Entry<String, SecretValue> file : data.entrySet()) {
            Path fresh = Files.write(
                    folder.resolve(file.getKey() + ".new"), file.getValue().bytes());
            Files.move(fresh, folder.resolve(file.getKey()), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    Path folder() {
        return folder;
    }

    Gateway gateway() {
        return gateway;
    }

    /** Null also before the first configuration. */
    @Nullable
    TrustedIssuer issuer() {
        AccessSnapshot enforced = gateway.store().enforced();
        ServiceAccountIssuer issuer = enforced == null ? null : enforced.issuer();
        return issuer == null ? null : issuer.declared();
    }

    boolean enforces(AccessConfig config) {
        AccessSnapshot enforced = gateway.store().enforced();
        return enforced != null && enforced.digest().equals(config.digest());
    }

    /** The status of the answer to a client that begins a session. */
    int callAs(String client) throws Exception {
        return http.send(message(client, INITIALIZE).build(), BodyHandlers.ofString())
                .statusCode();
    }

    /** The id of a session that the client begins. */
    String sessionOf(String client) throws Exception {
        return http.send(message(client, INITIALIZE).build(), BodyHandlers.ofString())
                .headers()
                .firstValue("Mcp-Session-Id")
                .orElseThrow();
    }

    /** The status of the answer to a client that pings within a session. */
    int pingAs(String client, String session) throws Exception {
        return http.send(message(client, PING).header("Mcp-Session-Id", session).build(), BodyHandlers.ofString())
                .statusCode();
    }

    private HttpRequest.Builder message(String client, String body) {
        return HttpRequest.newBuilder(uri("/mcp"))
                .header("Authorization", "Bearer " + Worlds.token(client))
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, text/event-stream")
                .POST(BodyPublishers.ofString(body));
    }

    int get(String path) throws Exception {
        return http.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString())
                .statusCode();
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + gateway.address().getPort() + path);
    }

    @Override
    public void close() {
        gateway.close();
        http.close();
    }
}
