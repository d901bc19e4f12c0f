package dev.gatehouse.model.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every mistake is found where it stands, and refuses as little as it must. */
class ManifestMistakesTest {

    private static final String GOOD = "---\n{apiVersion: v1, kind: Namespace, metadata: {name: good}}\n---\n";

    private static final String CLIENT = """
            apiVersion: gatehouse.dev/v1alpha1
            kind: McpClient
            metadata: {name: cursor}
            spec:
            """;

    private final ManifestReader reader = new ManifestReader(name -> null);

    /** The mistake stands in the last line of each client, which is line 8 of the file or the one named. */
    static Stream<Arguments> clients() {
        return Stream.of(
                Arguments.of("  tokns: []", 8, "spec.tokns is unknown; did you mean tokens?"),
                Arguments.of("  colour: red", 8, "spec.colour is unknown; known here:"),
                Arguments.of("  suspend: \"true\"", 8, "spec.suspend must be true or false."),
                Arguments.of("  suspend: yes", 8, "spec.suspend must be true or false."),
                Arguments.of("  description: 7", 8, "spec.description must be a string; put it in quotes."),
                Arguments.of("  description: [a]", 8, "spec.description must be a string."),
                Arguments.of("  tokens: {}", 8, "spec.tokens must be a list."),
                Arguments.of("  tokens: [a]", 8, "spec.tokens[0] must be a mapping of fields."),
                Arguments.of("  allow:\n    - server: a\n      tools:", 10, "spec.allow[0].tools has no value"),
                Arguments.of(
                        "  allow:\n    - server: a\n      except: {tools: ~}",
                        10,
                        "spec.allow[0].except.tools has no value"),
                Arguments.of("  allow:\n    - tools: [a]", 9, "spec.allow[0].server is missing."),
                Arguments.of("  allow: [~]", 8, "spec.allow[0] has no value."),
                Arguments.of("  limits: {maxConcurrent: 1.5}", 8, "spec.limits.maxConcurrent must be a whole number"),
                Arguments.of("  limits: {maxConcurrent: 0x10}", 8, "spec.limits.maxConcurrent must be a whole number"),
                Arguments.of(
                        "  limits: {maxConcurrent: 9999999999}",
                        8,
                        "spec.limits.maxConcurrent must be from 1 to 1000000; to let nobody in, set suspend: true."),
                Arguments.of(
                        "  limits: {requestsPerMinute: 99999999999999999999}",
                        8,
                        "spec.limits.requestsPerMinute must be from 1 to 10000000; to let nobody in"),
                Arguments.of(
                        "  issue: {secretName: a, overlap: 1 day}",
                        8,
                        "spec.issue.overlap is not a duration; write one such as 720h"),
                Arguments.of("  issue: {secretName: a, overlap: -1h}", 8, "spec.issue.overlap is not a duration"),
                Arguments.of(
                        "  tokens: [{env: A, expiresAt: 2027-01-01}]",
                        8,
                        "spec.tokens[0].expiresAt is not an instant; write one such as"),
                Arguments.of("  description: a\n  description: b", 9, "spec.description stands there twice; keep one."),
                Arguments.of("  <<: {suspend: true}", 8, "spec.<< is unknown; merge keys are not supported"),
                Arguments.of(
                        "  description: ${NOT_SET}",
                        8,
                        "spec.description needs the environment variable NOT_SET, which is not set."),
                Arguments.of("  description: ${NOT_CLOSED", 8, "spec.description has \"${\" without a closing brace"),
                Arguments.of("  description: ${a-b}", 8, "which names no variable"));
    }

    @ParameterizedTest
    @MethodSource("clients")
    void mistakeInAClientIsFoundAtItsLineAndRefusesThatClientOnly(String lines, int line, String message) {
        Manifest manifest = reader.read("test.yaml", GOOD + CLIENT + lines + "\n");
        assertThat(manifest.resources()).as("the other object stays").hasSize(1);
        assertThat(manifest.findings()).hasSize(1);
        ManifestFinding finding = manifest.findings().getFirst();
        assertThat(finding.message()).contains(message);
        assertThat(finding.location().line()).isEqualTo(line);
        assertThat(finding.resource()).hasToString("McpClient default/cursor");
        assertThat(finding.isError()).isTrue();
    }

    static Stream<Arguments> documents() {
        return Stream.of(
                Arguments.of("just text", "A document must be an object"),
                Arguments.of("[1, 2]", "A document must be an object"),
                Arguments.of("{kind: McpClient}", "apiVersion is missing."),
                Arguments.of("{apiVersion: v1}", "kind is missing."),
                Arguments.of(
                        "{apiVersion: gatehouse.dev/v1alpha1, kind: McpCleint, metadata: {name: a}}",
                        "has no kind McpCleint"),
                Arguments.of(
                        "{apiVersion: gatehouse.dev/v1, kind: McpClient, metadata: {name: a}}",
                        "McpClient is of gatehouse.dev/v1alpha1"),
                Arguments.of(
                        "{apiVersion: v1, kind: McpClient, metadata: {name: a}}",
                        "McpClient is of gatehouse.dev/v1alpha1"),
                Arguments.of("{apiVersion: v1, kind: List}", "A List needs items"),
                Arguments.of("{apiVersion: v1, kind: Secret}", "metadata is missing."),
                Arguments.of("{apiVersion: v1, kind: Secret, metadata: {}}", "metadata.name is missing."),
                Arguments.of("{apiVersion: v1, kind: Secret, metadata: {name: A_b}}", "lower-case letters"),
                Arguments.of(
                        "{apiVersion: v1, kind: Secret, metadata: {name: a, namespace: a.b}}", "lower-case letters"),
                Arguments.of("{apiVersion: v1, kind: Namespace, metadata: {name: a, namespace: b}}", "must be absent"),
                Arguments.of(
                        "{apiVersion: v1, kind: Secret, metadata: {name: a}, data: {x: '%%'}}", "data.x is not base64"),
                Arguments.of(
                        "{apiVersion: v1, kind: Secret, metadata: {name: a}, data: {x: aGVsbG8}}",
                        "data.x is not base64"),
                Arguments.of(
                        "{apiVersion: gatehouse.dev/v1alpha1, kind: McpClient, metadata: {name: a}}",
                        "spec is missing."),
                Arguments.of(
                        "{apiVersion: gatehouse.dev/v1alpha1, kind: McpClient, metadata: {name: a}, spec: }",
                        "spec has no value"));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void documentThatIsNoObjectIsRefusedAlone(String document, String message) {
        Manifest manifest = reader.read("test.yaml", GOOD + document + "\n");
        assertThat(manifest.resources()).hasSize(1);
        assertThat(manifest.findings()).hasSize(1);
        assertThat(manifest.findings().getFirst().message()).contains(message);
        assertThat(manifest.findings().getFirst().isError()).isTrue();
    }

    @Test
    void kindsOfOtherGroupsAreIgnoredWithAWarning() {
        Manifest manifest =
                reader.read("test.yaml", GOOD + "{apiVersion: apps/v1, kind: Deployment, spec: {replicas: 1}}\n");
        assertThat(manifest.resources()).hasSize(1);
        assertThat(manifest.findings()).hasSize(1).noneMatch(ManifestFinding::isError);
    }

    static Stream<Arguments> brokenFiles() {
        return Stream.of(
                Arguments.of("a: [", "is not YAML"),
                Arguments.of("a: b: c", "is not YAML"),
                Arguments.of("\tkey: value", "is not YAML"),
                Arguments.of("a: *unknown", "is not YAML"),
                Arguments.of("a: \u0007", "a character that YAML does not allow"),
                Arguments.of("[".repeat(100) + "]".repeat(100), "is refused"),
                Arguments.of("&a [*a]", "nested deeper"),
                Arguments.of(laughs(), "is refused"),
                Arguments.of("a: " + "x".repeat(YamlDocuments.MAX_CHARACTERS), "split it"));
    }

    @ParameterizedTest
    @MethodSource("brokenFiles")
    void fileThatIsNoYamlOrTooMuchOfItGivesNothingAndSaysWhy(String yaml, String message) {
        Manifest manifest = reader.read("test.yaml", GOOD + yaml + "\n");
        assertThat(manifest.resources()).isEmpty();
        assertThat(manifest.findings()).hasSize(1);
        assertThat(manifest.findings().getFirst().message()).contains(message).contains("none of its objects is taken");
        assertThat(manifest.findings().getFirst().problem()).isEqualTo(ManifestProblem.UNREADABLE_FILE);
    }

    @Test
    void syntaxErrorIsLocatedAtItsLine() {
        Manifest manifest = reader.read("test.yaml", "a: b\nc: d\n  e: f\n");
        assertThat(manifest.findings())
                .extracting(finding -> finding.location().line())
                .containsExactly(3);
    }

    @Test
    void randomlyDamagedTextNeverThrows() {
        var random = new Random(3);
        String text = GOOD + CLIENT + "  tokens: [{name: a, env: A}]\n  allow: [{server: a, tools: [\"*\"]}]\n";
        for (int i = 0; i < 3_000; i++) {
            var damaged = new StringBuilder(text);
            for (int j = random.nextInt(4); j >= 0; j--) {
                damaged.setCharAt(
                        random.nextInt(damaged.length()),
                        "{}[]:,&*!|>'\"%@`#-?\n\t a\u0000\ud800".charAt(random.nextInt(25)));
            }
            Manifest manifest = reader.read("test.yaml", damaged.toString());
            assertThat(manifest.file()).isEqualTo("test.yaml");
        }
    }

    @Test
    void sameObjectInTwoFilesIsRefusedInBothAndEachNamesTheOther() {
        Manifest one = reader.read("one.yaml", GOOD);
        Manifest two =
                reader.read("two.yaml", "#\n" + GOOD + "{apiVersion: v1, kind: Namespace, metadata: {name: other}}\n");
        ManifestSet set = ManifestSet.of(List.of(two, one));
        assertThat(set.resources())
                .extracting(located -> located.resource().metadata().name())
                .containsExactly("other");
        assertThat(set.findings())
                .extracting(ManifestFinding::toString)
                .containsExactly(
                        "one.yaml:2:1: namespace good is also defined at two.yaml:3:1; both are refused until one of them goes.",
                        "two.yaml:3:1: namespace good is also defined at one.yaml:2:1; both are refused until one of them goes.");
    }

    private static String laughs() {
        var yaml = new StringBuilder("a0: &a0 [x, x]\n");
        for (int i = 1; i < 25; i++) {
            yaml.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
        }
        return yaml.toString();
    }
}
