package dev.gatehouse.model.translate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.access.Action;
import dev.gatehouse.model.access.Decider;
import dev.gatehouse.model.access.Principal;
import dev.gatehouse.model.access.ServerId;
import dev.gatehouse.model.manifest.ManifestReader;
import dev.gatehouse.model.manifest.ManifestSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QuickstartTest {

    private static final String YAML = """
            apiVersion: gatehouse.dev/v1alpha1
            kind: McpServer
            metadata: {name: demo}
            spec: {url: "http://localhost:3001/mcp"}
            ---
            apiVersion: gatehouse.dev/v1alpha1
            kind: McpAllowList
            metadata: {name: read-only}
            spec:
              rules:
                - server: demo
                  tools: ["get_*"]
                  except: {tools: ["get_secret"]}
            ---
            apiVersion: gatehouse.dev/v1alpha1
            kind: McpClient
            metadata: {name: reader}
            spec:
              tokens:
                - name: current
                  secretRef: {name: reader}
                  expiresAt: 2027-01-01T00:00:00Z
              allowListRefs: [{name: read-only}]
            ---
            apiVersion: v1
            kind: Secret
            metadata: {name: reader, labels: {"gatehouse.dev/secret": "true"}}
            stringData: {token: "${TOKEN}"}
            """;

    @Test
    void manifestsOfAFolderBecomeAClientThatMayCallWhatItsListAllows() {
        var reader = new ManifestReader(Map.of("TOKEN", "0123456789abcdef-demo")::get);
        ManifestSet manifests = ManifestSet.of(List.of(reader.read("demo.yaml", YAML)));
        assertThat(manifests.findings()).isEmpty();

        Translation translation = new Translator(Environment.DIRECTORY).translate(manifests.world(Map.of()));

        assertThat(translation.findings()).isEmpty();
        assertThat(translation.config().servers()).hasSize(1);
        Principal client = translation.config().principals().getFirst();
        assertThat(client.tokens()).hasSize(1);
        var demo = new ServerId("default", "demo");
        assertThat(Decider.decide(client.grants(), new Action.Tool(demo, "get_issue"))
                        .isAllowed())
                .isTrue();
        assertThat(Decider.decide(client.grants(), new Action.Tool(demo, "get_secret"))
                        .isAllowed())
                .isFalse();
        assertThat(Decider.decide(client.grants(), new Action.Tool(demo, "add")).isAllowed())
                .isFalse();
    }
}
