package dev.gatehouse.operator.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.resource.status.Condition;
import dev.gatehouse.model.resource.status.ConditionStatus;
import dev.gatehouse.model.resource.status.ConditionType;
import dev.gatehouse.model.resource.status.McpAllowListStatus;
import dev.gatehouse.model.resource.status.McpClientStatus;
import dev.gatehouse.model.resource.status.McpGatewayStatus;
import dev.gatehouse.model.resource.status.McpServerStatus;
import dev.gatehouse.model.resource.status.McpUserStatus;
import dev.gatehouse.model.resource.status.ObservedStatus;
import dev.gatehouse.model.resource.status.TokenState;
import dev.gatehouse.model.translate.Reason;
import java.io.IOException;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Run with {@code -Dgolden.update=true} to write what statuses say now; then read the difference. */
class StatusGoldenTest {

    private static final Set<ConditionType> ALWAYS = EnumSet.of(
            ConditionType.ACCEPTED, ConditionType.RESOLVED_REFS, ConditionType.PROGRAMMED, ConditionType.READY);

    private static final ConditionReason BUG = new ConditionReason.Mistake(Reason.INTERNAL_ERROR);

    @TestFactory
    Stream<DynamicTest> everyCaseSaysWhatItsFolderSays() throws IOException {
        return StatusCase.all().stream()
                .map(golden -> DynamicTest.dynamicTest(golden.name(), () -> {
                    String text = golden.text();
                    if (Boolean.getBoolean("golden.update")) {
                        golden.update(text);
                    }
                    assertThat(text).isEqualTo(golden.expected());
                }));
    }

    @Test
    void everyWordIsOfTheVocabularyAndInSomeCase() throws IOException {
        var seen = new HashSet<String>();
        for (ObservedStatus status : statuses()) {
            for (Condition said : status.conditions()) {
                assertThat(Vocabulary.holds(said.type(), said.status(), said.reason()))
                        .as(said.toString())
                        .isTrue();
                seen.add(said.type() + " " + said.status() + " " + said.reason());
            }
        }
        Vocabulary.words().stream()
                .filter(word -> word.status() != ConditionStatus.UNKNOWN)
                .filter(word -> !word.reason().equals(BUG)) // nobody can declare one
                .forEach(word -> assertThat(seen)
                        .contains(word.type() + " " + word.status() + " "
                                + word.reason().text()));
    }

    @Test
    void everyStateOfATokenIsInSomeCase() throws IOException {
        var seen = EnumSet.noneOf(TokenState.class);
        for (ObservedStatus status : statuses()) {
            switch (status) {
                case McpClientStatus client -> client.tokens().forEach(token -> seen.add(token.state()));
                case McpUserStatus user -> user.tokens().forEach(token -> seen.add(token.state()));
                case McpServerStatus _, McpAllowListStatus _, McpGatewayStatus _ -> {}
            }
        }
        assertThat(seen).containsExactlyInAnyOrder(TokenState.values());
    }

    @Test
    void everyStatusHasEachConditionOnceAndEachOfItsGeneration() throws IOException {
        for (ObservedStatus status : statuses()) {
            var types = status.conditions().stream().map(Condition::type).toList();
            assertThat(types).doesNotHaveDuplicates().containsAll(ALWAYS);
            assertThat(status.conditions()).allMatch(c -> c.observedGeneration() == status.observedGeneration());
            assertThat(status.conditions())
                    .allMatch(c -> !c.message().isEmpty() && c.message().length() <= 1024);
        }
    }

    @Test
    void noStatusHoldsASecret() throws IOException {
        for (StatusCase golden : StatusCase.all()) {
            assertThat(golden.text()).doesNotContain("0123456789abcdef");
        }
    }

    private static Set<ObservedStatus> statuses() throws IOException {
        var statuses = new HashSet<ObservedStatus>();
        for (StatusCase golden : StatusCase.all()) {
            golden.statuses().values().forEach(moment -> statuses.addAll(moment.values()));
        }
        return statuses.stream().collect(Collectors.toSet());
    }
}
