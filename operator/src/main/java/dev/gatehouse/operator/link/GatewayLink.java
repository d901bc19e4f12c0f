package dev.gatehouse.operator.link;

import dev.gatehouse.model.access.AccessConfig;
import dev.gatehouse.model.access.StateDigest;
import dev.gatehouse.model.link.Acknowledgement;
import dev.gatehouse.model.link.Frame;
import dev.gatehouse.model.link.FrameWriter;
import dev.gatehouse.model.link.LinkProtocol;
import dev.gatehouse.model.link.ObjectFindings;
import dev.gatehouse.operator.OperatorLogKeys;
import dev.gatehouse.operator.fleet.FleetSecrets;
import dev.gatehouse.operator.fleet.Publication;
import dev.gatehouse.operator.fleet.Replica;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One gateway's stream. Its own thread brings the gateway from what it was sent last to what is wanted now, whatever was
 * wanted in between; others only change what is wanted, and never wait for it.
 */
final class GatewayLink implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(GatewayLink.class);
    private static final byte[] LINE_END = {'\n'};

    private final String id;
    private final Dialler gateway;
    private final ResponseStream out;
    private final Deltas deltas;
    private final ListenOptions options;
    private final Clock clock;
    private final Instant connectedSince;

    // guarded by this
    private final Confirmations progress = new Confirmations();
    private WantedState target;
    private boolean goingAway;
    private long heardAt = System.nanoTime();

    // of the link's own thread
    private @Nullable AccessConfig sent;
    private long sentVersion;
    private @Nullable FleetSecrets sentSecrets;
    private @Nullable ObjectFindings sentFindings;

    GatewayLink(
            String id,
            Dialler gateway,
            WantedState target,
            ResponseStream out,
            Deltas deltas,
            ListenOptions options,
            Clock clock) {
        this.id = id;
        this.gateway = gateway;
        this.target = target;
        this.out = out;
        this.deltas = deltas;
        this.options = options;
        this.clock = clock;
        this.connectedSince = clock.instant();
        this.sentVersion = Math.max(0, gateway.seen() - 1); // so that nothing older is sent, but the same again
    }

    String id() {
        return id;
    }

    String name() {
        return gateway.name();
    }

    synchronized Replica replica() {
        return new Replica(gateway.name(), gateway.softwareVersion(), connectedSince, progress.appliedVersion());
    }

    /** Takes the place of whatever was wanted before. */
    synchronized void want(WantedState next) {
        target = next;
        notifyAll();
    }

    /** Ends this stream in good order, soon. */
    synchronized void goAway() {
        goingAway = true;
        notifyAll();
    }

    /** Ends this stream at once. */
    void cut() {
        out.abort();
        goAway();
    }

    /** @return whether the gateway enforces another version than was known */
    synchronized boolean acknowledged(Acknowledgement acknowledgement) {
        heardAt = System.nanoTime();
        boolean wantedWhole = progress.wantsWhole();
        boolean moved = progress.acknowledged(acknowledgement);
        if (progress.wantsWhole() && !wantedWhole) {
            LOG.atWarn()
                    .addKeyValue(OperatorLogKeys.REPLICA, gateway.name())
                    .addKeyValue(OperatorLogKeys.CONFIG_VERSION, acknowledgement.version())
                    .log("A gateway does not have the state that it should have; it gets the whole configuration");
        }
        notifyAll();
        return moved;
    }

    @Override
    public void run() {
        try {
            say(new Frame.Hello(LinkProtocol.VERSION, id, options.heartbeat()));
            converse();
            say(new Frame.GoingAway());
            out.end();
        } catch (IOException | UncheckedIOException e) {
            LOG.atInfo()
                    .addKeyValue(OperatorLogKeys.REPLICA, gateway.name())
                    .addKeyValue(OperatorLogKeys.REASON, e.getMessage())
                    .log("The link to a gateway has ended");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            out.abort();
        }
    }

    private void converse() throws IOException, InterruptedException {
        while (clock.instant().isBefore(gateway.certificateEnds())) {
            WantedState next = awaitWork();
            if (next == null) {
                return;
            }
            boolean said = tellSecrets(next.secrets());
            said |= tellConfiguration(next.publication());
            said = said || tellFindings(next.findings());
            if (!said) {
                say(new Frame.Heartbeat(sentVersion));
            }
        }
    }

    /** Waits until something is wanted that was not sent, at most until a heartbeat is due; null: until the stream ends. */
    private synchronized @Nullable WantedState awaitWork() throws IOException, InterruptedException {
        long due = System.nanoTime() + options.heartbeat().toNanos();
        while (!goingAway && !hasWork()) {
            long now = System.nanoTime();
            if (now - heardAt > options.deadAfter().toNanos()) {
                throw new IOException("the gateway has not been heard of for " + options.deadAfter());
            }
            if (now >= due) {
                break;
            }
            wait(Math.max(1, (due - now) / 1_000_000));
        }
        return goingAway ? null : target;
    }

    private boolean hasWork() {
        Publication publication = target.publication();
        boolean behind = publication != null && (publication.version() > sentVersion || progress.wantsWhole());
        return !target.secrets().equals(sentSecrets)
                || (behind && progress.mayTakeMore())
                || isUntold(target.findings());
    }

    private boolean isUntold(@Nullable ObjectFindings findings) {
        return findings != null && !findings.equals(sentFindings);
    }

    private boolean tellSecrets(FleetSecrets secrets) throws IOException {
        if (secrets.equals(sentSecrets)) {
            return false;
        }
        say(new Frame.Keys(secrets.sessionKeys()));
        say(new Frame.Issuer(secrets.issuer()));
        sentSecrets = secrets;
        return true;
    }

    /** Only when there is nothing more pressing to say. */
    private boolean tellFindings(@Nullable ObjectFindings findings) throws IOException {
        if (findings == null || !isUntold(findings)) {
            return false;
        }
        say(new Frame.Findings(findings));
        sentFindings = findings;
        heard();
        return true;
    }

    private boolean tellConfiguration(@Nullable Publication next) throws IOException {
        if (next == null) {
            return false;
        }
        AccessConfig base = base(next.config());
        boolean whole;
        synchronized (this) {
            if (!progress.mayTakeMore() || (next.version() <= sentVersion && !progress.wantsWhole())) {
                return false;
            }
            whole = base == null || progress.wantsWhole();
            progress.sending(next.version(), next.config().digest(), whole);
        }
        if (whole || base == null) {
            say(new Frame.Whole(next.version(), next.config()));
        } else {
            say(deltas.between(base, next));
        }
        sent = next.config();
        sentVersion = next.version();
        heard();
        return true;
    }

    /** Sending much may have taken longer than a gateway may be silent, and it was not silent: it was listening. */
    private synchronized void heard() {
        heardAt = System.nanoTime();
    }

    /** The state that the gateway is known to be in; null: anything. */
    private @Nullable AccessConfig base(AccessConfig next) {
        StateDigest have = gateway.have();
        return sent == null && have != null && have.equals(next.digest()) ? next : sent;
    }

    private void say(Deltas.Step step) throws IOException {
        if (step.isEncoded()) {
            out.write(step.encoded());
            out.flush();
        } else {
            say(step.frame());
        }
    }

    private void say(Frame frame) throws IOException {
        FrameWriter.write(frame, line -> {
            try {
                out.write(line);
                out.write(LINE_END);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        out.flush();
    }
}
