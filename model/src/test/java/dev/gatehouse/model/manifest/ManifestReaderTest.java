package dev.gatehouse.model.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.resource.Kind;
import dev.gatehouse.model.resource.McpClient;
import dev.gatehouse.model.resource.McpServer;
import dev.gatehouse.model.resource.ObjectMeta;
import dev.gatehouse.model.resource.Resource;
import dev.gatehouse.model.resource.ResourceKey;
import dev.gatehouse.model.resource.Secret;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ManifestReaderTest {

    private final ManifestReader reader = new ManifestReader(name -> null);

    @Test
    void severalDocumentsEmptyOnesAndCommentsGiveTheirObjectsWithTheirLines() {
        Manifest manifest = read("""
                # the first
                ---
                # nothing here
                ---
                apiVersion: gatehouse.dev/v1alpha1
                kind: McpServer
                metadata: {name: one}
                spec: {url: "https://one.example.com"}
                ---
                ---
                apiVersion: gatehouse.dev/v1alpha1
                kind: McpServer
                metadata: {name: two, namespace: team-a}
                spec: {url: "https://two.example.com"}
                """);
        assertThat(manifest.findings()).isEmpty();
        assertThat(manifest.resources())
                .extracting(located -> located.resource().key().toString() + located.location())
                .containsExactly("McpServer default/onetest.yaml:5:1", "McpServer team-a/twotest.yaml:11:1");
    }

    @Test
    void listGivesItsItems() {
        Manifest manifest = read("""
                apiVersion: v1
                kind: List
                metadata: {resourceVersion: ""}
                items:
                  - apiVersion: gatehouse.dev/v1alpha1
                    kind: McpServer
                    metadata: {name: one}
                    spec: {url: "https://one.example.com"}
                  - apiVersion: v1
                    kind: Namespace
                    metadata: {name: team-a}
                """);
        assertThat(manifest.findings()).isEmpty();
        assertThat(manifest.resources())
                .extracting(located -> located.resource().kind())
                .containsExactly(Kind.MCP_SERVER, Kind.NAMESPACE);
    }

    @Test
    void whatKubectlAddsIsAcceptedAndTheIdentityIsTaken() {
        Manifest manifest = read("""
                apiVersion: gatehouse.dev/v1alpha1
                kind: McpServer
                metadata:
                  name: one
                  uid: 7b1f2a3c
                  generation: 3
                  creationTimestamp: "2026-01-01T00:00:00Z"
                  resourceVersion: "42"
                  annotations: {a: b}
                  managedFields: [{manager: kubectl}]
                  labels: {tier: x}
                spec: {url: "https://one.example.com"}
                status: {anything: [1, 2]}
                """);
        assertThat(manifest.findings()).isEmpty();
        ObjectMeta metadata = manifest.resources().getFirst().resource().metadata();
        assertThat(metadata.uid()).isEqualTo("7b1f2a3c");
        assertThat(metadata.generation()).isEqualTo(3);
        assertThat(metadata.creationTimestamp()).isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
        assertThat(metadata.labels()).containsEntry("tier", "x");
    }

    @Test
    void durationsAndInstantsAreRead() {
        var server = (McpServer) only("""
                apiVersion: gatehouse.dev/v1alpha1
                kind: McpServer
                metadata: {name: one}
                spec:
                  url: https://one.example.com
                  timeouts: {connect: 300ms, request: 1h30m, list: 1.5s}
                """);
        assertThat(server.spec().timeouts().connect()).isEqualTo(Duration.ofMillis(300));
        assertThat(server.spec().timeouts().request()).isEqualTo(Duration.ofMinutes(90));
        assertThat(server.spec().timeouts().list()).isEqualTo(Duration.ofMillis(1500));
        var client = (McpClient) only("""
                apiVersion: gatehouse.dev/v1alpha1
                kind: McpClient
                metadata: {name: one}
                spec:
                  tokens:
                    - {name: a, env: A, expiresAt: 2027-01-01T00:00:00Z}
                    - {name: b, env: B, notBefore: "2027-01-01T00:00:00+01:00"}
                """);
        assertThat(client.spec().tokens().get(0).expiresAt()).isEqualTo(Instant.parse("2027-01-01T00:00:00Z"));
        assertThat(client.spec().tokens().get(1).notBefore()).isEqualTo(Instant.parse("2026-12-31T23:00:00Z"));
    }

    @Test
    void stringDataWinsOverDataWhichIsBase64() {
        var secret = (Secret) only("""
                apiVersion: v1
                kind: Secret
                metadata: {name: one, creationTimestamp: null}
                type: Opaque
                data: {a: aGVsbG8=, b: aGVsbG8=}
                stringData: {b: plain}
                """);
        assertThat(secret.data().get("a"))
                .isNotNull()
                .extracting(value -> value.text())
                .isEqualTo("hello");
        assertThat(secret.data().get("b"))
                .isNotNull()
                .extracting(value -> value.text())
                .isEqualTo("plain");
    }

    @Test
    void namespaceCarriesItsNameAsKubernetesLabelsIt() {
        Resource namespace = only("{apiVersion: v1, kind: Namespace, metadata: {name: team-a}}");
        assertThat(namespace.metadata().labels()).containsEntry("kubernetes.io/metadata.name", "team-a");
        assertThat(namespace.key()).isEqualTo(new ResourceKey(Kind.NAMESPACE, "", "team-a"));
    }

    @Test
    void readingTheSameTextAgainGivesAnEqualManifest() {
        String yaml = "{apiVersion: v1, kind: Namespace, metadata: {name: team-a}}";
        assertThat(read(yaml)).isEqualTo(read(yaml));
    }

    private Resource only(String yaml) {
        Manifest manifest = read(yaml);
        assertThat(manifest.findings()).isEmpty();
        assertThat(manifest.resources()).hasSize(1);
        return manifest.resources().getFirst().resource();
    }

    private Manifest read(String yaml) {
        return reader.read("test.yaml", yaml);
    }
}
