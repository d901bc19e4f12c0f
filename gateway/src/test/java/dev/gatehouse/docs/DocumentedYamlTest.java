package dev.gatehouse.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.manifest.Manifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class DocumentedYamlTest {

    @TestFactory
    Stream<DynamicTest> theYamlOfAPageIsAcceptedAsOneFolder() throws IOException {
        return Document.all().stream()
                .filter(page -> !manifests(page).isEmpty())
                .map(page -> DynamicTest.dynamicTest(
                        page.name(),
                        () -> assertThat(Acceptance.findings(manifests(page))).isEmpty()));
    }

    @Test
    void theReadmeShowsEveryObjectThatADecisionNeeds() throws IOException {
        assertThat(Document.named("README.md").text())
                .contains("kind: McpServer", "kind: McpClient", "kind: Secret", "allow:", "tokens:");
        assertThat(manifests(Document.named("README.md"))).isNotEmpty();
    }

    @Test
    void theQuickStartIsAcceptedWithoutAWord() throws IOException {
        List<Manifest> manifests = new ArrayList<>();
        Path folder = Document.REPOSITORY.resolve("examples/quickstart");
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".yaml")).toList()) {
                manifests.add(Acceptance.read(folder.relativize(file).toString(), Files.readString(file)));
            }
        }
        assertThat(manifests).hasSizeGreaterThan(5);
        assertThat(Acceptance.findings(manifests)).isEmpty();
    }

    @Test
    void aMistakeInABlockIsFound() {
        Manifest wrong = Acceptance.read("page", """
                apiVersion: gatehouse.dev/v1alpha1
                kind: McpServer
                metadata: {name: demo, namespace: platform}
                spec: {ulr: "http://127.0.0.1:8090/mcp"}
                """);
        assertThat(Acceptance.findings(List.of(wrong))).isNotEmpty();
    }

    private static List<Manifest> manifests(Document page) {
        return page.blocks().stream()
                .filter(block -> block.language().equals("yaml"))
                .map(block -> Acceptance.read(page.name() + " at line " + block.line(), block.text()))
                .toList();
    }
}
