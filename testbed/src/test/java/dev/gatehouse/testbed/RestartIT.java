package dev.gatehouse.testbed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class RestartIT {

    private static final String SECRET = """
            apiVersion: v1
            kind: Secret
            metadata: {name: kept}
            """;

    @Test
    void whatWasStoredSurvivesTheEndOfBothProcessesAndItsFolderGoesWithTheServer() {
        Path folder;
        try (TestApiServer server = TestApiServer.start()) {
            folder = server.kubeconfig().getParent();
            TestNamespace namespace = server.freshNamespace("test");
            namespace.apply(SECRET);

            server.apiServer().terminate();
            server.etcd().kill();
            assertThat(server.apiServer().isAlive()).isFalse();
            assertThat(server.etcd().isAlive()).isFalse();
            server.etcd().start();
            server.apiServer().start();
            server.awaitReady();

            assertThat(namespace.get("v1", "Secret", "kept")).isNotNull();
            assertThat(folder).isDirectory();
        }
        assertThat(folder).doesNotExist();
    }
}
