package dev.gatehouse.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.access.AccessConfig;
import dev.gatehouse.model.access.TokenDigest;
import dev.gatehouse.model.manifest.Manifest;
import dev.gatehouse.model.manifest.ManifestReader;
import dev.gatehouse.model.manifest.ManifestSet;
import dev.gatehouse.model.translate.Environment;
import dev.gatehouse.model.translate.Translation;
import dev.gatehouse.model.translate.Translator;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whatever is printed by accident, a log line or a message of an exception, holds no credential. */
class SecretsStayUnprintedTest {

    private static final String TOKEN = "client-0123456789abcdef";
    private static final String UPSTREAM = "upstream-0123456789abcdef";

    private static final String YAML = """
            apiVersion: gatehouse.dev/v1alpha1
            kind: McpServer
            metadata: {name: github}
            spec:
              url: https://github.example.com/mcp
              auth: {bearer: {secretRef: {name: keys, key: upstream}}}
            ---
            apiVersion: gatehouse.dev/v1alpha1
            kind: McpClient
            metadata: {name: cursor}
            spec:
              tokens: [{name: current, secretRef: {name: keys}}]
            ---
            apiVersion: v1
            kind: Secret
            metadata: {name: keys, labels: {gatehouse.dev/secret: "true"}}
            stringData:
              token: %s
              upstream: %s
            """.formatted(TOKEN, UPSTREAM);

    private final Manifest manifest = new ManifestReader(name -> null).read("keys.yaml", YAML);
    private final ManifestSet manifests = ManifestSet.of(List.of(manifest));
    private final Translation translation = new Translator(Environment.DIRECTORY).translate(manifests.world(Map.of()));

    @Test
    void manifestsAndWorldsPrintNoSecret() {
        assertThat(manifest.resources()).hasSize(3);
        assertPrintsNone(manifest, manifests, manifests.world(Map.of()));
    }

    @Test
    void configurationsPrintNoSecret() {
        AccessConfig config = translation.config();
        assertThat(config.servers().getFirst().headers()).hasSize(1);
        assertPrintsNone(translation, config, config.servers(), config.principals());
    }

    @Test
    void configurationHoldsTheDigestOfATokenAndPrintsOnlyItsFingerprint() {
        var token = translation.config().principals().getFirst().tokens().getFirst();
        assertThat(token.digest()).isEqualTo(TokenDigest.ofToken(TOKEN));
        assertThat(token.toString()).doesNotContain(token.digest().hex());
    }

    private static void assertPrintsNone(Object... values) {
        for (Object value : values) {
            assertThat(value.toString())
                    .doesNotContain(TOKEN, UPSTREAM)
                    .doesNotContain(Base64.getEncoder().encodeToString(UPSTREAM.getBytes(StandardCharsets.UTF_8)));
        }
    }
}
