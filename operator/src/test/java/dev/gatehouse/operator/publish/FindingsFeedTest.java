package dev.gatehouse.operator.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gatehouse.model.access.AccessConfig;
import dev.gatehouse.model.link.ObjectFinding;
import dev.gatehouse.model.resource.Kind;
import dev.gatehouse.model.resource.ResourceKey;
import dev.gatehouse.model.resource.World;
import dev.gatehouse.model.translate.Finding;
import dev.gatehouse.model.translate.Reason;
import dev.gatehouse.operator.world.Change;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FindingsFeedTest {

    private static final ResourceKey CLIENT = new ResourceKey(Kind.MCP_CLIENT, "team-a", "cursor");
    private static final Finding FIRST = new Finding(CLIENT, "spec.tokens[0]", Reason.SECRET_NOT_FOUND, "Make it.");
    private static final Finding SECOND = new Finding(CLIENT, "spec.allow[0]", Reason.WARNING, "Look at it.");

    private final RecordedFleet fleet = new RecordedFleet();
    private final FindingsFeed feed = new FindingsFeed(fleet);

    @AfterEach
    void stop() {
        feed.close();
    }

    @Test
    void findingIsToldWithItsObjectPlaceAndReason() {
        publish(FIRST);

        awaitTold(1);
        assertThat(fleet.told().getFirst().told())
                .containsExactly(new ObjectFinding(CLIENT, true, "SecretNotFound", "spec.tokens[0]", "Make it."));
    }

    @Test
    void findingsThatChangeQuicklyAreToldOnceAndAsTheyAreThen() {
        publish(FIRST);
        publish();
        publish(FIRST, SECOND);

        awaitTold(1);
        publish(FIRST, SECOND);
        publish(SECOND);
        awaitTold(2);
        assertThat(fleet.told().getFirst().told()).hasSize(2);
        assertThat(fleet.told().getLast().told()).hasSize(1);
    }

    @Test
    void sameFindingsOnceMoreAreNoMessage() {
        publish(FIRST);
        awaitTold(1);
        publish(FIRST);

        await().during(Duration.ofSeconds(1))
                .atMost(Duration.ofSeconds(5))
                .until(() -> fleet.told().size() == 1);
    }

    @Test
    void objectThatDoesNotFitIsNotQuoted() {
        var misfit = new Finding(CLIENT, "", Reason.INVALID, "not an Integer: \"s3cr3t-0123456789abcdef\"");
        var refused = new Change.Refused(new Change.Incarnation("uid", 1), misfit);
        feed.published(published(Map.of(CLIENT, refused), misfit), NOBODY, Duration.ZERO);

        awaitTold(1);
        assertThat(fleet.told().getFirst().told())
                .singleElement()
                .satisfies(told ->
                        assertThat(told.message()).contains("its status says").doesNotContain("s3cr3t"));
    }

    private static final Touched NOBODY = new Touched(Set.of(), Set.of(), false);

    private void publish(Finding... findings) {
        feed.published(published(Map.of(), findings), NOBODY, Duration.ZERO);
    }

    private static Published published(Map<ResourceKey, Change.Refused> refused, Finding... findings) {
        return new Published(1, World.of(List.of(), Map.of()), AccessConfig.EMPTY, List.of(findings), refused);
    }

    private void awaitTold(int times) {
        await().until(() -> fleet.told().size() == times);
    }
}
