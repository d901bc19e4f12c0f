package dev.gatehouse.gateway.cli.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.gateway.cli.identity.NewIdentity;
import dev.gatehouse.gateway.cli.identity.NewIdentity.Profile;
import dev.gatehouse.gateway.cli.identity.TokenPlace;
import dev.gatehouse.gateway.cli.identity.TokenSecret;
import dev.gatehouse.model.manifest.LocatedResource;
import dev.gatehouse.model.manifest.Manifest;
import dev.gatehouse.model.manifest.ManifestReader;
import dev.gatehouse.model.resource.McpClient;
import dev.gatehouse.model.resource.McpClientSpec;
import dev.gatehouse.model.resource.Namespace;
import dev.gatehouse.model.resource.ObjectMeta;
import dev.gatehouse.model.resource.Resource;
import dev.gatehouse.model.resource.Rule;
import dev.gatehouse.model.resource.SecretValue;
import dev.gatehouse.model.resource.ServiceAccountRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestYamlTest {

    private final ManifestYaml yaml = new ManifestYaml(IntendedReader.DIRECTORY);

    @Test
    void whatIsWrittenIsReadBackAsTheSame() {
        var objects = new RandomObjects(new SplittableRandom(42));
        for (int i = 0; i < 5_000; i++) {
            Resource resource = objects.next();
            String text = yaml.document(resource);
            Manifest read = new ManifestReader(name -> "a variable was replaced").read("made.yaml", text);
            assertThat(read.findings()).as(text).isEmpty();
            assertThat(read.resources())
                    .as(text)
                    .extracting(LocatedResource::resource)
                    .containsExactly(resource);
        }
    }

    @Test
    void severalDocumentsStayApart() {
        var objects = new RandomObjects(new SplittableRandom(43));
        var several = new ArrayList<Resource>();
        for (int i = 0; i < 200; i++) {
            several.add(objects.next());
        }
        Manifest read = new ManifestReader(name -> null).read("made.yaml", yaml.documents(several));
        assertThat(read.findings()).isEmpty();
        assertThat(read.resources()).extracting(LocatedResource::resource).isEqualTo(several);
    }

    @Test
    void writesInTheStyleOfTheDocumentation() {
        var client = new NewIdentity(
                "team-a",
                "cursor",
                new Profile.Client("Cursor on laptops"),
                new TokenPlace.InSecret(SecretValue.of("gth_token")),
                List.of(new Rule("github", "platform", List.of("get_*", "*"), null, null, null)));
        assertThat(yaml.documents(client.objects())).isEqualTo("""
                apiVersion: gatehouse.dev/v1alpha1
                kind: McpClient
                metadata:
                  name: cursor
                  namespace: team-a
                spec:
                  description: Cursor on laptops
                  tokens:
                    - name: current
                      secretRef:
                        name: cursor-client-token
                        key: token
                  allow:
                    - server: github
                      namespace: platform
                      tools:
                        - get_*
                        - "*"
                ---
                apiVersion: v1
                kind: Secret
                metadata:
                  name: cursor-client-token
                  namespace: team-a
                  labels:
                    gatehouse.dev/secret: "true"
                stringData:
                  token: gth_token
                """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e3", "0x1F", "yes", "y", "1234567890", "2027-01-01", "12:30:00", "1_000", "~", "0o17"})
    void whatAnyReaderCouldTakeForSomethingElseStandsInQuotes(String value) {
        assertThat(yaml.document(TokenSecret.of("a", "b", SecretValue.of(value))))
                .contains("token: \"" + value + "\"");
    }

    @Test
    void anApiServerGetsDollarsAsTheyAre() {
        var secret = TokenSecret.of("a", "b", SecretValue.of("x${HOME}"));
        assertThat(new ManifestYaml(IntendedReader.KUBERNETES).document(secret)).contains("token: \"x${HOME}\"");
        assertThat(yaml.document(secret)).contains("token: \"x$${HOME}\"");
    }

    @Test
    void aFieldThatWouldBeLostIsNotWrittenAtAll() {
        var spec =
                new McpClientSpec(null, null, null, List.of(new ServiceAccountRef("agent")), null, null, null, false);
        var client = new McpClient(ObjectMeta.of("a", "b"), spec);
        assertThatThrownBy(() -> ReadBack.of(List.of(client), IntendedReader.DIRECTORY, Map.of()))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> yaml.document(new Namespace(ObjectMeta.of("", "a"))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
