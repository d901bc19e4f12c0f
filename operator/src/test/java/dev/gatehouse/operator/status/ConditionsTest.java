package dev.gatehouse.operator.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.resource.Kind;
import dev.gatehouse.model.resource.ResourceKey;
import dev.gatehouse.model.resource.status.Condition;
import dev.gatehouse.model.translate.Finding;
import dev.gatehouse.model.translate.Reason;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What no folder of objects can bring about; the rest is in the golden cases. */
class ConditionsTest {

    @Test
    void objectThatThisProgramFailedAtIsNotAcceptedAndWaitsForAPerson() {
        var bug = new Finding(
                new ResourceKey(Kind.MCP_CLIENT, "team-a", "cursor"), "", Reason.INTERNAL_ERROR, "Please report it.");
        var judgement = new Judgement(1, List.of(bug), false, Progress.APPLIED);

        List<Condition> conditions = Conditions.of(judgement, List.of(), Instant.EPOCH);

        assertThat(conditions)
                .filteredOn(condition -> condition.reason().equals("InternalError"))
                .extracting(condition -> condition.type() + " " + condition.status())
                .containsExactly("ACCEPTED FALSE", "READY FALSE", "STALLED TRUE");
    }
}
