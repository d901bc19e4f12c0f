package dev.gatehouse.operator.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.resource.status.Condition;
import dev.gatehouse.model.resource.status.ConditionType;
import dev.gatehouse.model.resource.status.ObservedStatus;
import java.io.IOException;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
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
    void everyReasonStandsOnlyWithItsConditionAndInSomeCase() throws IOException {
        Map<ConditionType, Set<String>> seen = new EnumMap<>(ConditionType.class);
        for (ObservedStatus status : statuses()) {
            for (Condition condition : status.conditions()) {
                assertThat(Vocabulary.reasonsOf(condition.type()))
                        .as(condition.type().text())
                        .contains(condition.reason());
                seen.computeIfAbsent(condition.type(), type -> new HashSet<>()).add(condition.reason());
            }
        }
        for (ConditionType type : ALWAYS) {
            assertThat(seen.get(type)).as(type.text()).isEqualTo(Vocabulary.reasonsOf(type));
        }
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
