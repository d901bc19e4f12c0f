package dev.gatehouse.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class LinkTest {

    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");

    @TestFactory
    Stream<DynamicTest> everyRelativeLinkLeadsSomewhere() throws IOException {
        return Document.all().stream()
                .flatMap(page -> links(page)
                        .map(link -> DynamicTest.dynamicTest(
                                page.name() + " -> " + link,
                                () -> assertThat(leadsSomewhere(page, link))
                                        .as(link)
                                        .isTrue())));
    }

    private static Stream<String> links(Document page) {
        return LINK.matcher(String.join("\n", page.prose()))
                .results()
                .map(match -> match.group(1))
                .filter(link -> !link.contains("://"))
                .distinct();
    }

    private static boolean leadsSomewhere(Document page, String link) throws IOException {
        String file = link.replaceFirst("#.*", "");
        Path target = file.isEmpty() ? page.path() : page.path().resolveSibling(file);
        return Files.exists(target) && (!link.contains("#") || anchors(target).contains(link.replaceFirst(".*#", "")));
    }

    /** As the usual renderers make them of headings. */
    private static List<String> anchors(Path target) throws IOException {
        return new Document(target, Files.readAllLines(target))
                .prose().stream()
                        .filter(line -> line.startsWith("#"))
                        .map(line -> line.replaceFirst("^#+ ", "")
                                .toLowerCase(Locale.ROOT)
                                .replaceAll("[^\\p{L}\\p{N} _-]", "")
                                .replace(' ', '-'))
                        .toList();
    }
}
