package dev.gatehouse.operator.status;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.model.resource.status.Condition;
import dev.gatehouse.model.resource.status.ConditionStatus;
import dev.gatehouse.model.resource.status.ConditionType;
import dev.gatehouse.model.resource.status.ObservedStatus;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** A tool that follows kstatus waits, is content and gives up exactly when a status means it. */
class KstatusTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private record Held(Instant at, ObservedStatus status) {

        Kstatus atGeneration(long generation) {
            ObjectNode object = JSON.createObjectNode();
            object.putObject("metadata").put("generation", generation);
            object.set("status", JSON.valueToTree(status));
            return Kstatus.of(object);
        }

        Kstatus verdict() {
            return atGeneration(status.observedGeneration());
        }

        Condition condition(ConditionType type) {
            return Conditions.find(status.conditions(), type).orElseThrow();
        }

        boolean needsAPerson() {
            Condition refs = condition(ConditionType.RESOLVED_REFS);
            return condition(ConditionType.ACCEPTED).status() == ConditionStatus.FALSE
                    || (refs.status() == ConditionStatus.FALSE
                            && Duration.between(refs.lastTransitionTime(), at).compareTo(Duration.ofMinutes(1)) >= 0);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{metadata: {generation: 1}}                                              | CURRENT",
                "{metadata: {deletionTimestamp: 'now'}}                                   | TERMINATING",
                "{metadata: {generation: 2}, status: {observedGeneration: 1}}             | IN_PROGRESS",
                "{metadata: {generation: 1}, status: {conditions: [{type: Ready, status: 'Unknown'}]}} | IN_PROGRESS",
                "{status: {conditions: [{type: Ready, status: 'False'}]}}                 | IN_PROGRESS",
                "{status: {conditions: [{type: Ready, status: 'True'}]}}                  | CURRENT",
                "{status: {conditions: [{type: Ready, status: 'True'}, {type: Reconciling, status: 'True'}]}} | IN_PROGRESS",
                "{status: {conditions: [{type: Ready, status: 'False'}, {type: Stalled, status: 'True'}]}}    | FAILED",
                "{status: {conditions: [{type: Ready, status: 'True'}, {type: Stalled, status: 'False'}]}}    | CURRENT",
                "{metadata: {generation: 2}, status: {observedGeneration: 1, conditions: [{type: Stalled, status: 'True'}]}} | IN_PROGRESS"
            })
    void objectIsJudgedByTheRulesOfKstatus(String object, Kstatus verdict) {
        assertThat(Kstatus.of(tree(object))).isEqualTo(verdict);
    }

    @Test
    void nothingIsCurrentBeforeItIsProgrammed() throws IOException {
        assertThat(held())
                .filteredOn(held -> held.verdict() == Kstatus.CURRENT)
                .isNotEmpty()
                .allSatisfy(held -> assertThat(
                                held.condition(ConditionType.PROGRAMMED).status())
                        .isEqualTo(ConditionStatus.TRUE));
    }

    @Test
    void whatIsProgrammedAndWithoutMistakeIsCurrent() throws IOException {
        assertThat(held())
                .filteredOn(held -> held.status().conditions().stream()
                        .noneMatch(condition -> condition.status() == ConditionStatus.FALSE))
                .isNotEmpty()
                .allSatisfy(held -> assertThat(held.verdict()).isEqualTo(Kstatus.CURRENT));
    }

    @Test
    void failedIsExactlyWhatAPersonMustActOn() throws IOException {
        assertThat(held()).extracting(Held::verdict).contains(Kstatus.FAILED, Kstatus.IN_PROGRESS);
        assertThat(held())
                .allSatisfy(held -> assertThat(held.verdict() == Kstatus.FAILED).isEqualTo(held.needsAPerson()));
    }

    @Test
    void changedSpecIsInProgressWhateverWasSaidOfTheOneBefore() throws IOException {
        assertThat(held())
                .allSatisfy(held -> assertThat(held.atGeneration(held.status().observedGeneration() + 1))
                        .isEqualTo(Kstatus.IN_PROGRESS));
    }

    private static List<Held> held() throws IOException {
        var held = new ArrayList<Held>();
        for (StatusCase golden : StatusCase.all()) {
            for (Map.Entry<Instant, Map<String, ObservedStatus>> moment :
                    golden.statuses().entrySet()) {
                moment.getValue().values().forEach(status -> held.add(new Held(moment.getKey(), status)));
            }
        }
        return held;
    }

    private static JsonNode tree(String yaml) {
        Object object = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
        return JSON.valueToTree(object);
    }
}
