package dev.gatehouse.bench.fleet;

import dev.gatehouse.bench.traffic.Token;
import dev.gatehouse.bench.traffic.WireDialect;
import dev.gatehouse.bench.upstream.BenchTools;
import dev.gatehouse.testbed.TestNamespace;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The objects of a measurement: one server, one allow-list and clients that share it. Client 0 is the one that loses its
 * rights and gets them back; the client {@code rotating} has its token in a Secret, all others have digests. Not thread-safe.
 */
final class Declarations {

    private static final int WRITERS = 16;
    private static final String API = "gatehouse.dev/v1alpha1";
    private static final PatchContext MERGE = PatchContext.of(PatchType.JSON_MERGE);

    private final TestNamespace namespace;
    private int turn;

    Declarations(TestNamespace namespace) {
        this.namespace = namespace;
    }

    /** Everything but the numbered clients. */
    void applyBasics(int upstreamPort) {
        namespace.apply("""
                apiVersion: gatehouse.dev/v1alpha1
                kind: McpServer
                metadata: {name: %1$s}
                spec:
                  url: http://127.0.0.1:%2$d/mcp
                  protocol: Legacy
                ---
                apiVersion: gatehouse.dev/v1alpha1
                kind: McpAllowList
                metadata: {name: bench}
                spec:
                  rules:
                    - server: %1$s
                      tools: [%3$s, %4$s, "tool_*"]
                ---
                apiVersion: v1
                kind: Secret
                metadata: {name: rotating, labels: {gatehouse.dev/secret: "true"}}
                stringData: {token: %5$s}
                ---
                apiVersion: gatehouse.dev/v1alpha1
                kind: McpClient
                metadata: {name: rotating}
                spec:
                  tokens: [{name: current, secretRef: {name: rotating}}]
                  allowListRefs: [{name: bench}]
                """.formatted(
                        WireDialect.SERVER_KEY,
                        upstreamPort,
                        BenchTools.ECHO,
                        BenchTools.STREAM,
                        rotatingToken().value()));
    }

    /** Creates the clients of these numbers, several at a time. */
    void createClients(int from, int to) throws InterruptedException {
        try (ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
            List<Callable<String>> writes = new ArrayList<>();
            for (int number = from; number < to; number++) {
                String body = client(number);
                writes.add(() -> kubernetes().raw(clients(), "POST", body));
            }
            for (Future<String> written : writers.invokeAll(writes)) {
                written.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("a client could not be created", e.getCause());
        }
    }

    /** Returns when the API server has answered. */
    void setRights(boolean granted) {
        kubernetes()
                .genericKubernetesResources(API, "McpClient")
                .inNamespace(namespace.name())
                .withName("client-0")
                .patch(MERGE, "{\"spec\":{\"allowListRefs\":%s}}".formatted(granted ? "[{\"name\":\"bench\"}]" : "[]"));
    }

    /** The token in the Secret. */
    Token rotatingToken() {
        return Token.rotated(turn);
    }

    /** The one that {@link #rotate} puts there. */
    Token nextToken() {
        return Token.rotated(turn + 1);
    }

    /** Puts the next token into the Secret. Returns when the API server has answered. */
    void rotate() {
        turn++;
        kubernetes()
                .secrets()
                .inNamespace(namespace.name())
                .withName("rotating")
                .patch(
                        MERGE,
                        "{\"stringData\":{\"token\":\"%s\"}}"
                                .formatted(rotatingToken().value()));
    }

    private KubernetesClient kubernetes() {
        return namespace.server().client();
    }

    private String clients() {
        return "/apis/" + API + "/namespaces/" + namespace.name() + "/mcpclients";
    }

    private static String client(int number) {
        return """
                {"apiVersion":"gatehouse.dev/v1alpha1","kind":"McpClient","metadata":{"name":"client-%d"},"spec":{"tokens":\
                [{"name":"bench","sha256":"%s"}],"allowListRefs":[{"name":"bench"}]}}""".formatted(number, Token.of(number).sha256Hex());
    }
}
