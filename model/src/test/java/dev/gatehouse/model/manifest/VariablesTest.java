package dev.gatehouse.model.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.resource.McpClient;
import dev.gatehouse.model.resource.Secret;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VariablesTest {

    private static final Map<String, String> ENVIRONMENT =
            Map.of("A", "one", "EMPTY", "", "NESTED", "${A}", "YAML", "x\nkind: McpUser", "N", "7");

    private final ManifestReader reader = new ManifestReader(ENVIRONMENT::get);

    @ParameterizedTest
    @CsvSource({
        "${A}, one",
        "a${A}b, aoneb",
        "${A}${A}, oneone",
        "$${A}, ${A}",
        "a$${A}${A}, a${A}one",
        "$A, $A",
        "$, $",
        "$$, $$",
        "a${EMPTY}b, ab",
        "${NESTED}, ${A}"
    })
    void referenceIsReplacedOnceAndEscapesStayLiteral(String value, String expected) {
        assertThat(description(value)).isEqualTo(expected);
    }

    @Test
    void variableThatIsSetToNothingGivesAnEmptyString() {
        assertThat(description("${EMPTY}")).isEmpty();
    }

    @Test
    void valueCannotTurnIntoYaml() {
        assertThat(description("${YAML}")).isEqualTo("x\nkind: McpUser");
    }

    @Test
    void numberMayComeFromAVariable() {
        assertThat(client("limits: {maxConcurrent: \"${N}\"}").spec().limits())
                .isNotNull()
                .extracting(limits -> limits.maxConcurrent())
                .isEqualTo(7);
    }

    @Test
    void keysAreNeverReplaced() {
        Manifest manifest = reader.read(
                "test.yaml", "{apiVersion: v1, kind: Secret, metadata: {name: a}, stringData: {\"${A}\": \"${A}\"}}");
        Secret secret = (Secret) manifest.resources().getFirst().resource();
        assertThat(secret.data()).containsOnlyKeys("${A}");
    }

    @Test
    void commentsAndIgnoredFieldsNeedNoVariable() {
        Manifest manifest = reader.read(
                "test.yaml",
                "# ${NOT_SET}\n{apiVersion: v1, kind: Namespace, metadata: {name: a, annotations: {x: \"${NOT_SET}\"}}}");
        assertThat(manifest.findings()).isEmpty();
    }

    private String description(String value) {
        String description = client("description: \"" + value + "\"").spec().description();
        return description == null ? "absent" : description;
    }

    private McpClient client(String line) {
        Manifest manifest = reader.read(
                "test.yaml",
                "apiVersion: gatehouse.dev/v1alpha1\nkind: McpClient\nmetadata: {name: a}\nspec:\n  " + line + "\n");
        assertThat(manifest.findings()).isEmpty();
        return (McpClient) manifest.resources().getFirst().resource();
    }
}
