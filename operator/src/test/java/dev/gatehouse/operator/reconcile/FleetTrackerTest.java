package dev.gatehouse.operator.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.operator.fleet.FleetState;
import dev.gatehouse.operator.fleet.Replica;
import dev.gatehouse.operator.status.Progress;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class FleetTrackerTest {

    private final AtomicLong nanos = new AtomicLong();
    private final FleetTracker fleet = new FleetTracker(nanos::get);

    @Test
    void slowestGatewayDecides() {
        fleet.changed(applied(5, 7));

        assertThat(fleet.view().progress(5)).isEqualTo(Progress.APPLIED);
        assertThat(fleet.view().progress(6)).isEqualTo(Progress.PENDING);
    }

    @Test
    void emptyFleetIsNoStatementUntilItHasLasted() {
        fleet.changed(applied(5));
        nanos.addAndGet(FleetTracker.ABSENCE.multipliedBy(10).toNanos());
        fleet.changed(FleetState.EMPTY);

        assertThat(fleet.view().progress(5)).isEqualTo(Progress.UNSETTLED);
        assertThat(fleet.view().progress(6)).isEqualTo(Progress.PENDING);
        nanos.addAndGet(FleetTracker.ABSENCE.toNanos());
        assertThat(fleet.view().progress(5)).isEqualTo(Progress.NO_GATEWAYS);
    }

    @Test
    void newLeaderWaitsForGatewaysBeforeItMissesThem() {
        nanos.addAndGet(FleetTracker.ABSENCE.multipliedBy(10).toNanos());
        fleet.leadTaken(9, true);

        assertThat(fleet.view().progress(9)).isEqualTo(Progress.UNSETTLED);
        assertThat(fleet.view().progress(10)).isEqualTo(Progress.PENDING);
    }

    @Test
    void gatewaysThatComeFirstAfterAChangeOfTheLeadDoNotSpeakForTheRest() {
        fleet.leadTaken(9, false);
        fleet.changed(applied(10));

        assertThat(fleet.view().progress(9)).isEqualTo(Progress.UNSETTLED);
        assertThat(fleet.view().progress(10)).isEqualTo(Progress.PENDING);
        nanos.addAndGet(FleetTracker.GATHERING.toNanos());
        assertThat(fleet.view().progress(10)).isEqualTo(Progress.APPLIED);
    }

    @Test
    void firstLeaderOfAllHasNobodyToWaitFor() {
        fleet.leadTaken(9, true);
        fleet.changed(applied(10));

        assertThat(fleet.view().progress(10)).isEqualTo(Progress.APPLIED);
    }

    private static FleetState applied(long... versions) {
        return new FleetState(List.of(versions).stream()
                .flatMapToLong(Arrays::stream)
                .mapToObj(version -> new Replica("gateway", "1.2.3", Instant.EPOCH, version))
                .toList());
    }
}
