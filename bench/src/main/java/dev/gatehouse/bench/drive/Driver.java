package dev.gatehouse.bench.drive;

import dev.gatehouse.bench.load.LoadCaller;
import dev.gatehouse.bench.load.LoadGenerator;
import dev.gatehouse.bench.load.LoadOutcome;
import dev.gatehouse.bench.subject.MeasuredTarget;
import dev.gatehouse.bench.traffic.McpSession;
import dev.gatehouse.bench.traffic.Rights;
import dev.gatehouse.bench.traffic.Traffic;
import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Points callers at one target. Each caller is a client of its own, with a session that is opened once and kept, and a
 * connection that is made anew for every run; as many as there are callers are connected, however few of them are busy.
 * Not thread-safe.
 */
public final class Driver {

    private final MeasuredTarget target;
    private final int clients;
    private final LoadGenerator generator;
    private final Map<Rights, List<McpSession>> sessions = new EnumMap<>(Rights.class);

    /** @param clients how many take turns, if the traffic's own limit is not lower */
    public Driver(MeasuredTarget target, int clients) {
        this.target = target;
        this.clients = clients;
        generator = new LoadGenerator(target.address(), () -> target.process().cpu());
    }

    public MeasuredTarget target() {
        return target;
    }

    /** Opens the sessions that {@code cells} need, so that no measurement waits for them. */
    public void prepare(List<Cell> cells) {
        for (Cell cell : cells) {
            sessions(cell);
        }
    }

    /** Drives the callers of {@code cell} for {@code ramp}, which is not counted, and then for {@code length}. */
    public LoadOutcome run(Cell cell, Duration ramp, Duration length) throws IOException {
        var traffic = new Traffic(target.dialect());
        List<LoadCaller> callers = sessions(cell).stream()
                .map(session -> traffic.caller(session, cell.workload()))
                .toList();
        return generator.run(callers, cell.concurrency(), ramp, length);
    }

    /** Every kind of traffic, as a gateway that has run for an hour has seen them all. */
    public Map<String, WarmUp.Load> warmingLoads() {
        var loads = new LinkedHashMap<String, WarmUp.Load>();
        for (Cell cell : Cell.ofEachKind()) {
            loads.put(cell.workload().title(), (ramp, length) -> run(cell, ramp, length));
        }
        prepare(Cell.ofEachKind());
        return loads;
    }

    private List<McpSession> sessions(Cell cell) {
        Rights rights = cell.workload().rights();
        int count =
                Math.max(cell.concurrency(), Math.min(clients, cell.workload().mostClients()));
        List<McpSession> open = sessions.computeIfAbsent(rights, none -> new ArrayList<>());
        if (open.size() < count) {
            try (HttpClient client = HttpClient.newHttpClient()) {
                while (open.size() < count) {
                    open.add(McpSession.open(client, target.address(), rights.client(open.size())));
                }
            }
        }
        return open.subList(0, count);
    }
}
