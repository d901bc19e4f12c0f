package dev.gatehouse.operator;

import dev.gatehouse.operator.publish.Published;
import dev.gatehouse.operator.publish.Publisher;
import dev.gatehouse.operator.reconcile.Desk;
import dev.gatehouse.operator.reconcile.FleetTracker;
import dev.gatehouse.operator.reconcile.FoundOffers;
import dev.gatehouse.operator.reconcile.TokenTimes;
import dev.gatehouse.operator.status.Situation;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** The present state of everything that statuses depend on. */
record DeskOfOperator(
        Publisher publisher,
        FleetTracker fleet,
        TokenTimes uses,
        FoundOffers discoveries,
        OperatorCounts counts,
        BooleanSupplier leading)
        implements Desk {

    @Override
    public boolean mayWrite() {
        return leading.getAsBoolean();
    }

    @Override
    public Optional<Situation> situation() {
        return publisher.published().map(this::situation);
    }

    @Override
    public void statusWritten() {
        counts.statusWritten();
    }

    private Situation situation(Published published) {
        return new Situation(published, publisher.changes()::versionOf, fleet.view(), uses::of, discoveries::of);
    }
}
