package dev.gatehouse.gateway.source.link;

import dev.gatehouse.gateway.LogKeys;
import dev.gatehouse.gateway.access.AccessSnapshot;
import dev.gatehouse.gateway.tls.MutualTls;
import dev.gatehouse.model.access.StateDigest;
import dev.gatehouse.model.link.LinkProtocol;
import dev.gatehouse.model.option.HostPort;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a link to whichever operator serves: dials each address in turn, follows the stream until it ends, and dials again.
 * What was applied stays in force all the while.
 */
public final class LinkSource implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LinkSource.class);
    private static final int OK = 200;

    /** How one visit to an operator ended. */
    private enum Visit {
        /** It does not serve, or cannot be reached. */
        REFUSED,
        /** It served and the stream broke. */
        BROKEN,
        /** It served and said goodbye. */
        DISMISSED
    }

    private final LinkOptions options;
    private final LinkTargets targets;
    private final MutualTls tls;
    private final Freshness freshness;
    private final Backoff backoff;
    private final Thread thread;
    private volatile @Nullable OperatorConnection current;
    private volatile boolean closed;
    private @Nullable String complained;
    private long seen;

    private LinkSource(LinkOptions options, LinkTargets targets, Clock clock, RandomGenerator random) {
        this.options = options;
        this.targets = targets;
        this.tls = new MutualTls(options.identity(), options.authorities());
        this.freshness = new Freshness(targets.store(), clock);
        this.backoff = new Backoff(random);
        this.thread = Thread.ofVirtual().name("operator-link").unstarted(this::run);
    }

    /**
     * Begins to dial; does not wait for anybody.
     *
     * @throws IOException when a certificate file cannot be read, GeneralSecurityException when it cannot be used
     */
    public static LinkSource start(LinkOptions options, LinkTargets targets, Clock clock, RandomGenerator random)
            throws IOException, GeneralSecurityException {
        var source = new LinkSource(options, targets, clock, random);
        var _ = source.tls.context();
        source.thread.start();
        return source;
    }

    public Freshness freshness() {
        return freshness;
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        OperatorConnection open = current;
        if (open != null) {
            open.close();
        }
    }

    private void run() {
        try {
            while (!closed) {
                if (round() != Visit.DISMISSED) {
                    Thread.sleep(backoff.next());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Tries every address until one has served. */
    private Visit round() {
        for (InetSocketAddress address : addresses()) {
            Visit visit = closed ? Visit.REFUSED : visit(address);
            if (visit != Visit.REFUSED) {
                return visit;
            }
        }
        return Visit.REFUSED;
    }

    /** Looked up anew each time, as pods move; a name may stand for several operators, of which one leads. */
    private List<InetSocketAddress> addresses() {
        var addresses = new ArrayList<InetSocketAddress>();
        for (HostPort operator : options.operators()) {
            try {
                for (InetAddress address : InetAddress.getAllByName(operator.host())) {
                    addresses.add(new InetSocketAddress(address, operator.port()));
                }
            } catch (UnknownHostException e) {
                complain(operator + ": no such host");
            }
        }
        return addresses;
    }

    private Visit visit(InetSocketAddress address) {
        var session = new LinkSession(targets, freshness, options.reportEvery());
        try (var connection = new OperatorConnection(address, tls.context())) {
            current = connection;
            HttpResponse<InputStream> answer =
                    connection.open(options.name(), options.softwareVersion(), enforced(), seen);
            if (answer.statusCode() != OK) {
                answer.body().close();
                complain(refusal(address, answer));
                return Visit.REFUSED;
            }
            complained = null;
            LOG.atInfo().addKeyValue(LogKeys.ADDRESS, address).log("Linked to the operator");
            freshness.connected(true);
            return session.follow(connection, answer.body()) ? Visit.DISMISSED : Visit.BROKEN;
        } catch (IOException | GeneralSecurityException e) {
            complain(e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage());
            return session.wasOfUse() ? Visit.BROKEN : Visit.REFUSED;
        } catch (RuntimeException e) {
            LOG.atError().setCause(e).log("What the operator sent cannot be applied; what was in force stays");
            return Visit.BROKEN;
        } finally {
            freshness.connected(false);
            current = null;
            seen = Math.max(seen, session.version());
            if (session.wasOfUse()) {
                backoff.reset();
            }
        }
    }

    private @Nullable StateDigest enforced() {
        AccessSnapshot enforced = targets.store().enforced();
        return enforced == null ? null : enforced.digest();
    }

    private static String refusal(InetSocketAddress address, HttpResponse<InputStream> answer) {
        String leader = answer.headers()
                .firstValue(LinkProtocol.LEADER_HEADER)
                .map(name -> ", the leader is " + name)
                .orElse("");
        return "the operator at " + address + " answered " + answer.statusCode() + leader;
    }

    /** Says each reason once in a row, not at every attempt. */
    private void complain(String reason) {
        if (!reason.equals(complained) && !closed) {
            complained = reason;
            LOG.atWarn()
                    .addKeyValue(LogKeys.REASON, reason)
                    .log("There is no link to the operator; the last configuration stays in force");
        }
    }
}
