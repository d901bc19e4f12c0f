package dev.gatehouse.model.resource.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A status that grows too large loses its tail, so that the API server takes the rest. */
class StatusBoundsTest {

    private static TokenStatus token(TokenState state) {
        return new TokenStatus("t", state, null, null, null, null);
    }

    @Test
    void listsEndWhereTheCrdEndsThem() {
        var status = new McpClientStatus(
                1, null, null, Collections.nCopies(2_000, "github"), Collections.nCopies(100, "Look at this."));

        assertThat(status.servers()).hasSize(1_000);
        assertThat(status.warnings()).hasSize(32);
    }

    @Test
    void sentencesEndWhereTheCrdEndsThem() {
        var condition = new Condition(
                ConditionType.READY, ConditionStatus.FALSE, "Invalid", "x".repeat(5_000), 1, Instant.EPOCH);
        var status = new McpAllowListStatus(1, null, List.of("y".repeat(5_000)));

        assertThat(condition.message()).hasSize(1_024).endsWith("x…");
        assertThat(status.warnings().getFirst()).hasSize(1_024);
    }

    @Test
    void activeTokensAreCountedOutOfAll() {
        var status = new McpClientStatus(
                1,
                null,
                List.of(token(TokenState.ACTIVE), token(TokenState.EXPIRED), token(TokenState.ACTIVE)),
                null,
                null);

        assertThat(status.activeTokens()).isEqualTo("2/3");
    }
}
