package dev.gatehouse.operator.publish;

import dev.gatehouse.model.link.ObjectFindings;
import dev.gatehouse.operator.fleet.Fleet;
import dev.gatehouse.operator.fleet.FleetListener;
import dev.gatehouse.operator.fleet.FleetSecrets;
import dev.gatehouse.operator.fleet.FleetState;
import dev.gatehouse.operator.fleet.Publication;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A fleet without gateways that remembers what it was given, and as strict about versions as the real one. */
final class RecordedFleet implements Fleet {

    private final List<Publication> published = new CopyOnWriteArrayList<>();
    private final List<ObjectFindings> told = new CopyOnWriteArrayList<>();

    List<ObjectFindings> told() {
        return List.copyOf(told);
    }

    List<Publication> published() {
        return List.copyOf(published);
    }

    @Override
    public synchronized void publish(Publication next) {
        if (!published.isEmpty() && next.version() <= published.getLast().version()) {
            throw new IllegalArgumentException("version " + next.version() + " is not newer");
        }
        published.add(next);
    }

    @Override
    public void share(FleetSecrets secrets) {}

    @Override
    public void tell(ObjectFindings findings) {
        told.add(findings);
    }

    @Override
    public FleetState state() {
        return FleetState.EMPTY;
    }

    @Override
    public void subscribe(FleetListener listener) {}
}
