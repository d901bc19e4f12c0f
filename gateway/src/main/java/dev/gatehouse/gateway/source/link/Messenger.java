package dev.gatehouse.gateway.source.link;

import dev.gatehouse.gateway.LogKeys;
import dev.gatehouse.model.link.Acknowledgement;
import dev.gatehouse.model.link.DiscoveredServer;
import dev.gatehouse.model.link.GatewayReport;
import dev.gatehouse.model.link.LinkProtocol;
import dev.gatehouse.model.link.ReportJson;
import dev.gatehouse.model.link.TokenUse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What goes from this gateway to the operator, on a thread of its own: acknowledgements at once and with every heartbeat,
 * reports from time to time. It also notices that the operator has fallen silent, and then ends the connection.
 */
final class Messenger implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Messenger.class);
    private static final int GONE = 410;
    private static final int OK = 200;
    private static final int REDIRECT = 300;

    private final OperatorConnection connection;
    private final HeardStream heard;
    private final Duration heartbeat;
    private final Duration reportEvery;
    private final Reportable reportable;
    private final Thread thread;

    private final BlockingQueue<Boolean> due = new ArrayBlockingQueue<>(1);
    private final Supplier<Acknowledgement> state;

    Messenger(
            OperatorConnection connection,
            HeardStream heard,
            Supplier<Acknowledgement> state,
            Duration heartbeat,
            Duration reportEvery,
            Reportable reportable) {
        this.connection = connection;
        this.heard = heard;
        this.state = state;
        this.heartbeat = heartbeat;
        this.reportEvery = reportEvery;
        this.reportable = reportable;
        this.thread = Thread.ofVirtual().name("link-messenger").start(this::run);
    }

    /** Something has changed that is worth saying before the next heartbeat. */
    void hurry() {
        var _ = due.offer(true);
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private void run() {
        long reportedAt = System.nanoTime();
        try {
            while (heard.silentNanos() < heartbeat.toNanos() * LinkProtocol.MISSED_HEARTBEATS) {
                var _ = due.poll(heartbeat.toMillis() / 2, TimeUnit.MILLISECONDS);
                post(LinkProtocol.ACKNOWLEDGE_PATH, state.get().toJson());
                if (System.nanoTime() - reportedAt > reportEvery.toNanos()) {
                    report();
                    reportedAt = System.nanoTime();
                }
            }
            LOG.atWarn().log("The operator has fallen silent; its connection is given up");
            connection.close();
        } catch (IOException e) {
            LOG.atInfo().addKeyValue(LogKeys.REASON, e.getMessage()).log("The operator does not take what it is told");
            connection.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void report() throws IOException {
        GatewayReport report = taken();
        while (!report.tokens().isEmpty() || !report.servers().isEmpty()) {
            post(LinkProtocol.REPORT_PATH, ReportJson.write(report));
            report = taken();
        }
    }

    /** Of either sort, as both together may be longer than a report may be. */
    private GatewayReport taken() {
        List<DiscoveredServer> servers = reportable.takeServers(GatewayReport.SERVERS_AT_ONCE);
        List<TokenUse> tokens = servers.isEmpty() ? reportable.takeTokens(GatewayReport.MAX_TOKENS) : List.of();
        return new GatewayReport(state.get().link(), tokens, servers);
    }

    private void post(String path, byte[] body) throws IOException {
        int status = connection.post(path, body);
        if (status == GONE) {
            throw new IOException("the operator does not know this link any more");
        }
        if (status < OK || status >= REDIRECT) {
            throw new IOException("the operator answered " + status);
        }
    }
}
