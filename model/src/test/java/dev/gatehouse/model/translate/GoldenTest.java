package dev.gatehouse.model.translate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Run with {@code -Dgolden.update=true} to write what the translation says now; then read the difference. */
class GoldenTest {

    private static final Map<Reason, String> CONDITIONS = Map.ofEntries(
            Map.entry(Reason.INVALID, "Accepted"),
            Map.entry(Reason.NAME_CONFLICT, "Accepted"),
            Map.entry(Reason.DUPLICATE_TOKEN, "Accepted"),
            Map.entry(Reason.TOKEN_TOO_WEAK, "Accepted"),
            Map.entry(Reason.INTERNAL_ERROR, "Accepted"),
            Map.entry(Reason.SECRET_NOT_FOUND, "ResolvedRefs"),
            Map.entry(Reason.SECRET_KEY_NOT_FOUND, "ResolvedRefs"),
            Map.entry(Reason.SECRET_UNLABELLED, "ResolvedRefs"),
            Map.entry(Reason.SERVER_NOT_FOUND, "ResolvedRefs"),
            Map.entry(Reason.ALLOW_LIST_NOT_FOUND, "ResolvedRefs"),
            Map.entry(Reason.REF_NOT_PERMITTED, "ResolvedRefs"),
            Map.entry(Reason.TOKEN_UNREADABLE, "ResolvedRefs"),
            Map.entry(Reason.WARNING, ""));

    @TestFactory
    Stream<DynamicTest> everyCaseTranslatesAsItsFolderSays() throws IOException {
        return GoldenCase.all().stream()
                .map(golden -> DynamicTest.dynamicTest(golden.name(), () -> {
                    Translation translation = golden.translation();
                    if (Boolean.getBoolean("golden.update")) {
                        golden.update(translation);
                    }
                    assertThat(GoldenText.findings(translation.findings())).isEqualTo(golden.expectedFindings());
                    assertThat(GoldenText.config(translation.config())).isEqualTo(golden.expectedConfig());
                }));
    }

    @TestFactory
    Stream<DynamicTest> everyFileOfACaseIsUsed() throws IOException {
        return GoldenCase.all().stream()
                .map(golden -> DynamicTest.dynamicTest(
                        golden.name(), () -> assertThat(golden.unusedFiles()).isEmpty()));
    }

    @Test
    void everyReasonStandsInSomeCaseAndOnlyWithItsCondition() throws IOException {
        Set<Reason> seen = EnumSet.of(Reason.INTERNAL_ERROR); // nobody can write a bug into a folder
        for (GoldenCase golden : GoldenCase.all()) {
            for (Finding finding : golden.translation().findings()) {
                assertThat(finding.reason().condition()).as(golden.name()).isEqualTo(CONDITIONS.get(finding.reason()));
                seen.add(finding.reason());
            }
        }
        assertThat(seen).containsExactlyInAnyOrder(Reason.values());
    }

    @Test
    void everyFindingIsASentenceWithoutASecret() throws IOException {
        for (GoldenCase golden : GoldenCase.all()) {
            for (Finding finding : golden.translation().findings()) {
                assertThat(finding.message()).as(golden.name()).matches("(?s).{10,}");
                assertThat(finding.message()).doesNotContain("0123456789");
            }
        }
    }
}
