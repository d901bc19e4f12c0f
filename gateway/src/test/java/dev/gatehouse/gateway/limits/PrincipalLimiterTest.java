package dev.gatehouse.gateway.limits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.gateway.access.AccessSnapshot;
import dev.gatehouse.gateway.access.AccessStore;
import dev.gatehouse.gateway.limits.Admission.Admitted;
import dev.gatehouse.gateway.limits.Admission.Limit;
import dev.gatehouse.gateway.limits.Admission.Limited;
import dev.gatehouse.gateway.testing.SettableClock;
import dev.gatehouse.model.access.AccessConfig;
import dev.gatehouse.model.access.Grants;
import dev.gatehouse.model.access.Principal;
import dev.gatehouse.model.access.PrincipalKey;
import dev.gatehouse.model.access.PrincipalKind;
import dev.gatehouse.model.resource.ClientLimits;
import dev.gatehouse.model.resource.McpGatewaySpec;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PrincipalLimiterTest {

    private final SettableClock clock = new SettableClock();
    private final AccessStore store = new AccessStore(clock);
    private final PrincipalLimiter limiter = new PrincipalLimiter(clock);

    @BeforeEach
    void followTheStore() {
        store.subscribe(limiter);
    }

    @Test
    void principalWithoutLimitsIsNeverLimitedAndNeverTracked() {
        Principal free = client("free", null);
        AccessSnapshot snapshot = publish(null, free);

        assertThat(IntStream.range(0, 1_000)).allMatch(i -> passes(snapshot, free));
        assertThat(limiter.tracked()).isZero();
    }

    @Test
    void oneMinutesWorthPassesAtOnceAndThenItsShareOfTime() {
        Principal slow = client("slow", new ClientLimits(60, null));
        AccessSnapshot snapshot = publish(null, slow);

        assertThat(IntStream.range(0, 60)).allMatch(i -> passes(snapshot, slow));
        assertThat(limiter.tryAcquire(snapshot, slow))
                .isEqualTo(new Limited(Limit.REQUESTS_PER_MINUTE, Duration.ofSeconds(1)));
        clock.advance(Duration.ofSeconds(1));
        assertThat(passes(snapshot, slow)).isTrue();
        assertThat(passes(snapshot, slow)).isFalse();
    }

    @Test
    void oneUsingUpItsRateLeavesOthersTheirs() {
        Principal greedy = client("greedy", new ClientLimits(1, null));
        Principal modest = client("modest", new ClientLimits(1, null));
        AccessSnapshot snapshot = publish(null, greedy, modest);
        passes(snapshot, greedy);

        assertThat(passes(snapshot, greedy)).isFalse();
        assertThat(passes(snapshot, modest)).isTrue();
    }

    @Test
    void placeIsFreeAgainWhenTheRequestEnds() {
        Principal single = client("single", new ClientLimits(null, 1));
        AccessSnapshot snapshot = publish(null, single);
        var held = (Admitted) limiter.tryAcquire(snapshot, single);

        assertThat(limiter.tryAcquire(snapshot, single)).isEqualTo(new Limited(Limit.MAX_CONCURRENT, Duration.ZERO));
        held.release();
        assertThat(passes(snapshot, single)).isTrue();
    }

    @Test
    void releasingTwiceFreesOnePlaceOnly() {
        Principal twice = client("twice", new ClientLimits(null, 1));
        AccessSnapshot snapshot = publish(null, twice);
        var first = (Admitted) limiter.tryAcquire(snapshot, twice);
        first.release();
        first.release();

        assertThat(passes(snapshot, twice)).isTrue();
        assertThat(passes(snapshot, twice)).isFalse();
    }

    @Test
    void requestRefusedForItsRateHoldsNoPlace() {
        Principal both = client("both", new ClientLimits(1, 1));
        AccessSnapshot snapshot = publish(null, both);
        ((Admitted) limiter.tryAcquire(snapshot, both)).release();

        assertThat(passes(snapshot, both)).isFalse();
        clock.advance(Duration.ofMinutes(1));
        assertThat(passes(snapshot, both)).isTrue();
    }

    @Test
    void gatewaysDefaultHoldsWhereThePrincipalSaysNothing() {
        Principal own = client("own", new ClientLimits(2, null));
        Principal silent = client("silent", null);
        AccessSnapshot snapshot = publish(new ClientLimits(1, null), own, silent);

        assertThat(IntStream.range(0, 2)).allMatch(i -> passes(snapshot, own));
        assertThat(passes(snapshot, silent)).isTrue();
        assertThat(passes(snapshot, silent)).isFalse();
    }

    @Test
    void whatWasUsedSurvivesAnotherConfiguration() {
        Principal before = client("kept", new ClientLimits(1, null));
        passes(publish(null, before), before);
        Principal after = client("kept", new ClientLimits(1, 7));

        assertThat(passes(publish(null, after), after)).isFalse();
    }

    @Test
    void removedPrincipalIsForgotten() {
        Principal gone = client("gone", new ClientLimits(1, null));
        passes(publish(null, gone), gone);
        publish(null);

        assertThat(limiter.tracked()).isZero();
    }

    @Test
    void clockSetBackLocksOutForAMinuteAtMost() {
        Principal slow = client("slow", new ClientLimits(60, null));
        AccessSnapshot snapshot = publish(null, slow);
        passes(snapshot, slow);
        clock.advance(Duration.ofHours(-3));

        assertThat(passes(snapshot, slow)).isFalse();
        clock.advance(Duration.ofMinutes(1));
        assertThat(passes(snapshot, slow)).isTrue();
    }

    private boolean passes(AccessSnapshot snapshot, Principal principal) {
        return limiter.tryAcquire(snapshot, principal) instanceof Admitted;
    }

    private AccessSnapshot publish(@Nullable ClientLimits fallback, Principal... principals) {
        var limits = new McpGatewaySpec.Limits(null, null, null, fallback);
        var gateway = new McpGatewaySpec(null, null, null, limits, null, null, null);
        store.publish(AccessConfig.of(gateway, List.of(), List.of(principals)));
        return Objects.requireNonNull(store.current());
    }

    private static Principal client(String name, @Nullable ClientLimits limits) {
        var key = new PrincipalKey(PrincipalKind.CLIENT, "team", name);
        return new Principal(key, "uid-" + name, 1, null, List.of(), Grants.NONE, limits);
    }
}
