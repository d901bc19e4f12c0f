package dev.gatehouse.operator.link;

import static dev.gatehouse.operator.link.LinkIT.soon;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.gatehouse.model.access.TokenDigest;
import dev.gatehouse.model.link.Frame;
import dev.gatehouse.model.link.FrameWriter;
import dev.gatehouse.model.link.LinkRole;
import dev.gatehouse.operator.pki.CertificateKeeper;
import dev.gatehouse.operator.pki.MemoryCertificateStore;
import dev.gatehouse.operator.pki.PkiPolicy;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reads what is said within TLS and looks for tokens that were planted. */
class LinkSecrecyIT {

    @TempDir
    Path home;

    @Test
    void operatorSendsDigestsAndNoToken() throws Exception {
        try (var operator = TestOperator.start().serving(Worlds.of("cursor"));
                var peer =
                        RawPeer.connect(operator.port(), TestOperator.identity(operator.store(), LinkRole.GATEWAY))) {
            String said =
                    peer.ask("GET /v1/link?protocol=1&name=peer&software=1").readUntil("\"entry\":\"end\"");
            operator.publish(Worlds.of("cursor", "late"));
            said += peer.readUntil("\"entry\":\"end\"");

            assertThat(said)
                    .contains(TokenDigest.ofToken(Worlds.token("cursor")).hex())
                    .contains(TokenDigest.ofToken(Worlds.token("late")).hex())
                    .contains(Base64.getEncoder().encodeToString(Worlds.CREDENTIAL.getBytes(UTF_8)));
            assertNoToken(said, "cursor");
            assertNoToken(said, "late");
        }
    }

    @Test
    void gatewaySendsNamesOfTokensAndNoToken() throws Exception {
        var store = new MemoryCertificateStore();
        new CertificateKeeper(store, PkiPolicy.forNames(Set.of("127.0.0.1")), Clock.systemUTC(), new SecureRandom())
                .keep();
        var heard = new ByteArrayOutputStream();
        var ended = new CountDownLatch(1);
        HttpsServer operator = eavesdropper(store, heard, ended);
        try (var gateway =
                TestGateway.start(home, "gw-0", store, operator.getAddress().getPort())) {
            soon().until(() -> gateway.callAs("cursor") == 200);

            soon().until(() -> text(heard).contains("\"token\":\"current\""));
            assertThat(text(heard)).contains("/v1/ack").contains("/v1/report");
            assertNoToken(text(heard), "cursor");
        } finally {
            ended.countDown();
            operator.stop(0);
        }
    }

    /** Takes everything from a gateway and sends it one configuration. */
    private static HttpsServer eavesdropper(
            MemoryCertificateStore store, ByteArrayOutputStream heard, CountDownLatch ended) throws Exception {
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        server.setHttpsConfigurator(
                new HttpsConfigurator(LinkServer.tls(TestOperator.identity(store, LinkRole.OPERATOR))));
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            record(exchange, heard);
            if (exchange.getRequestMethod().equals("GET")) {
                stream(exchange, ended);
            } else {
                exchange.sendResponseHeaders(204, -1);
            }
            exchange.close();
        });
        server.start();
        return server;
    }

    private static void record(HttpExchange exchange, ByteArrayOutputStream heard) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        synchronized (heard) {
            heard.writeBytes((exchange.getRequestURI() + " " + exchange.getRequestHeaders()).getBytes(UTF_8));
            heard.writeBytes(body);
        }
    }

    private static void stream(HttpExchange exchange, CountDownLatch ended) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        var lines = new ByteArrayOutputStream();
        FrameWriter.write(new Frame.Hello(1, "link", Duration.ofSeconds(2)), line -> append(line, lines));
        FrameWriter.write(new Frame.Whole(1, Worlds.of("cursor")), line -> append(line, lines));
        exchange.getResponseBody().write(lines.toByteArray());
        exchange.getResponseBody().flush();
        try {
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void append(byte[] line, ByteArrayOutputStream lines) {
        lines.writeBytes(line);
        lines.write('\n');
    }

    private static String text(ByteArrayOutputStream heard) {
        synchronized (heard) {
            return heard.toString(ISO_8859_1);
        }
    }

    private static void assertNoToken(String said, String client) {
        byte[] token = Worlds.token(client).getBytes(UTF_8);
        assertThat(said)
                .doesNotContain(Worlds.token(client))
                .doesNotContain(Base64.getEncoder().withoutPadding().encodeToString(token))
                .doesNotContain(Base64.getUrlEncoder().withoutPadding().encodeToString(token));
    }
}
