package dev.gatehouse.operator.link;

import dev.gatehouse.model.link.Acknowledgement;
import dev.gatehouse.model.link.GatewayReport;
import dev.gatehouse.operator.OperatorLogKeys;
import dev.gatehouse.operator.fleet.FleetListener;
import dev.gatehouse.operator.fleet.FleetState;
import dev.gatehouse.operator.fleet.Replica;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The streams that are open, by the names of their gateways, and who wants to hear of them. Thread-safe. */
final class Replicas {

    private static final Logger LOG = LoggerFactory.getLogger(Replicas.class);

    private final Map<String, GatewayLink> byName = new HashMap<>();
    private final List<FleetListener> listeners = new CopyOnWriteArrayList<>();
    private final Executor telling;
    private FleetState told = FleetState.EMPTY;

    /** @param telling runs one task after the other: listeners may call back, so no lock is held then */
    Replicas(Executor telling) {
        this.telling = telling;
    }

    void subscribe(FleetListener listener) {
        listeners.add(listener);
    }

    synchronized FleetState state() {
        return new FleetState(byName.values().stream()
                .map(GatewayLink::replica)
                .filter(replica -> replica.appliedVersion() > 0)
                .sorted(Comparator.comparing(Replica::name))
                .toList());
    }

    /** The older stream of a gateway that dials again is dead, even if nobody has noticed. */
    synchronized void opened(GatewayLink link) {
        GatewayLink older = byName.put(link.name(), link);
        if (older != null) {
            older.cut();
        }
        tell();
    }

    synchronized void closed(GatewayLink link) {
        byName.remove(link.name(), link);
        tell();
    }

    void outrun(long version) {
        each(listener -> listener.outrun(version));
    }

    synchronized List<GatewayLink> all() {
        return new ArrayList<>(byName.values());
    }

    /** @return false when there is no such stream (any more) */
    synchronized boolean acknowledged(Acknowledgement acknowledgement) {
        GatewayLink link = link(acknowledgement.link());
        if (link == null) {
            return false;
        }
        if (link.acknowledged(acknowledgement)) {
            tell();
        }
        return true;
    }

    /** @return false when there is no such stream (any more) */
    synchronized boolean reported(GatewayReport report) {
        GatewayLink link = link(report.link());
        if (link == null) {
            return false;
        }
        if (!report.tokens().isEmpty()) {
            each(listener -> listener.tokensUsed(report.tokens()));
        }
        if (!report.servers().isEmpty()) {
            each(listener -> listener.discovered(link.name(), report.servers()));
        }
        return true;
    }

    private @Nullable GatewayLink link(String id) {
        return byName.values().stream()
                .filter(link -> link.id().equals(id))
                .findFirst()
                .orElse(null);
    }

    private void tell() {
        FleetState now = state();
        if (!now.equals(told)) {
            told = now;
            each(listener -> listener.changed(now));
        }
    }

    private void each(Consumer<FleetListener> call) {
        for (FleetListener listener : listeners) {
            telling.execute(() -> tell(listener, call));
        }
    }

    private static void tell(FleetListener listener, Consumer<FleetListener> call) {
        try {
            call.accept(listener);
        } catch (RuntimeException e) {
            LOG.atError()
                    .setCause(e)
                    .addKeyValue(OperatorLogKeys.LISTENER, listener.getClass().getName())
                    .log("A listener of the fleet failed; the fleet goes on");
        }
    }
}
