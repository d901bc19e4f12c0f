package dev.gatehouse.operator.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.model.resource.status.ConditionType;
import dev.gatehouse.testbed.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What {@code examples/gitops} gives to Argo CD and Flux. No interpreter of Lua is here, so that its words alone are read. */
class GitOpsExamplesTest {

    static final List<Path> FILES = files();

    private static final Pattern CONDITION = Pattern.compile("condition\\.type == \"(\\w+)\"");
    private static final Pattern HEALTH = Pattern.compile("status = \"(\\w+)\"");

    @ParameterizedTest
    @FieldSource("FILES")
    void everyDocumentIsAnObjectWithANameAndANamespace(Path file) throws IOException {
        assertThat(Rendered.of(Files.readString(file)).objects()).isNotEmpty().allSatisfy(object -> {
            assertThat(object.path("apiVersion").asText()).isNotEmpty();
            assertThat(object.path("kind").asText()).isNotEmpty();
            assertThat(Rendered.name(object)).isNotEmpty();
            assertThat(Rendered.namespace(object)).isNotEmpty();
        });
    }

    @ParameterizedTest
    @FieldSource("FILES")
    void deletedFileIsADeletedObjectWhereverObjectsAreApplied(Path file) throws IOException {
        assertThat(Rendered.of(Files.readString(file)).objects())
                .filteredOn(object -> Set.of("Application", "Kustomization")
                        .contains(object.path("kind").asText()))
                .allMatch(
                        object -> object.at("/spec/syncPolicy/automated/prune").asBoolean()
                                || object.at("/spec/prune").asBoolean());
    }

    @Test
    void healthCheckIsForEveryKindOfOurs() throws IOException {
        assertThat(customizations().fieldNames()).toIterable().containsExactly("gatehouse.dev/*");
    }

    @Test
    void healthCheckAsksForConditionsThatThereAre() throws IOException {
        assertThat(words(CONDITION))
                .containsExactlyInAnyOrder(ConditionType.READY.text(), ConditionType.STALLED.text());
    }

    @Test
    void healthCheckAnswersInWordsOfArgoCd() throws IOException {
        assertThat(words(HEALTH)).containsExactlyInAnyOrder("Progressing", "Healthy", "Degraded");
    }

    private static Set<String> words(Pattern pattern) throws IOException {
        String lua = customizations().path("gatehouse.dev/*").path("health.lua").asText();
        assertThat(lua).contains("return health");
        return pattern.matcher(lua).results().map(found -> found.group(1)).collect(Collectors.toSet());
    }

    private static JsonNode customizations() throws IOException {
        JsonNode map = Rendered.yaml(Files.readString(Repository.resolve("examples/gitops/argocd/health.yaml")));
        return Rendered.yaml(map.at("/data").path("resource.customizations").asText());
    }

    private static List<Path> files() {
        try (var files = Files.walk(Repository.resolve("examples/gitops"))) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
