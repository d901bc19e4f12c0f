package dev.gatehouse.gateway.source.link;

import dev.gatehouse.gateway.LogKeys;
import dev.gatehouse.gateway.access.AccessSnapshot;
import dev.gatehouse.gateway.access.AccessStore;
import dev.gatehouse.model.access.AccessConfig;
import dev.gatehouse.model.access.AccessDelta;
import dev.gatehouse.model.access.StateDigest;
import dev.gatehouse.model.access.TrustedIssuer;
import dev.gatehouse.model.link.Acknowledgement;
import dev.gatehouse.model.link.Frame;
import dev.gatehouse.model.link.FrameReader;
import dev.gatehouse.model.link.LinkException;
import dev.gatehouse.model.link.ObjectFindings;
import dev.gatehouse.model.resource.SecretValue;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows one stream of frames to its end: applies, acknowledges, and asks for the whole when this end and the other have
 * drifted apart.
 */
final class LinkSession {

    private static final Logger LOG = LoggerFactory.getLogger(LinkSession.class);

    private final LinkTargets targets;
    private final AccessStore store;
    private final Freshness freshness;
    private final Duration reportEvery;
    private final ReentrantLock applying = new ReentrantLock();
    private volatile Acknowledgement said = new Acknowledgement("", 0, StateDigest.EMPTY, 0, false);
    private String link = "";
    private long version;
    private int wholes;
    private boolean drifted;

    LinkSession(LinkTargets targets, Freshness freshness, Duration reportEvery) {
        this.targets = targets;
        this.store = targets.store();
        this.freshness = freshness;
        this.reportEvery = reportEvery;
    }

    /**
     * Returns when the stream ends.
     *
     * @return whether the operator said that it would, so that it is worth dialling again at once
     */
    boolean follow(OperatorConnection connection, InputStream body) throws IOException {
        var heard = new HeardStream(body);
        var frames = new FrameReader(heard);
        if (!(frames.next() instanceof Frame.Hello(int protocol, String id, Duration heartbeat))) {
            throw new LinkException("the operator does not begin with a greeting");
        }
        LOG.atDebug().addKeyValue(LogKeys.COUNT, protocol).log("The operator has greeted");
        link = id;
        said = new Acknowledgement(id, 0, StateDigest.EMPTY, 0, false);
        targets.reportable().startOver();
        try (var messenger =
                new Messenger(connection, heard, this::state, heartbeat, reportEvery, targets.reportable())) {
            for (Frame frame = frames.next(); frame != null; frame = frames.next()) {
                if (frame instanceof Frame.GoingAway) {
                    return true;
                }
                applying.lock();
                try {
                    apply(frame, messenger);
                } finally {
                    applying.unlock();
                }
            }
            return false;
        }
    }

    /** The last that this stream has brought or confirmed; 0: none. */
    long version() {
        return version;
    }

    boolean wasOfUse() {
        return version > 0;
    }

    private void apply(Frame frame, Messenger messenger) {
        switch (frame) {
            case Frame.Whole(long next, AccessConfig config) -> {
                store.publish(config);
                wholes++;
                drifted = false;
                reached(next, messenger);
            }
            case Frame.Delta(long next, AccessDelta delta) -> {
                if (!drifted && isApplied(delta)) {
                    reached(next, messenger);
                } else {
                    drifted = true;
                    messenger.hurry();
                }
            }
            case Frame.Heartbeat(long current) -> {
                if (!drifted && current == version && version > 0) {
                    freshness.confirmed();
                }
            }
            case Frame.Keys(List<SecretValue> keys) -> targets.keys().accept(keys);
            case Frame.Issuer(TrustedIssuer issuer) -> trust(issuer);
            case Frame.Findings(ObjectFindings findings) -> targets.findings().accept(findings);
            case Frame.Hello _, Frame.GoingAway _ -> {
                // said at the beginning and at the end, and of no effect in between
            }
        }
    }

    private void trust(@Nullable TrustedIssuer issuer) {
        try {
            store.trust(issuer);
        } catch (IllegalArgumentException e) {
            LOG.atError().setCause(e).log("The cluster's token issuer cannot be used; whoever was trusted still is");
        }
    }

    private boolean isApplied(AccessDelta delta) {
        try {
            if (delta.isEmpty() && delta.from().equals(digest())) {
                return delta.to().equals(digest());
            }
            store.apply(delta);
            return true;
        } catch (IllegalStateException e) {
            LOG.atWarn()
                    .addKeyValue(LogKeys.REASON, e.getMessage())
                    .log("A change from the operator does not fit; the whole configuration is asked for");
            return false;
        }
    }

    private void reached(long next, Messenger messenger) {
        version = next;
        freshness.confirmed();
        LOG.atDebug()
                .addKeyValue(LogKeys.CONFIG_VERSION, next)
                .addKeyValue(LogKeys.CONFIG_DIGEST, digest())
                .log("A configuration from the operator is in force");
        messenger.hurry();
    }

    /** What is enforced now, by a fresh look; while something is being applied, what was said before. */
    private Acknowledgement state() {
        if (applying.tryLock()) {
            try {
                said = new Acknowledgement(link, version, digest(), wholes, drifted);
            } finally {
                applying.unlock();
            }
        }
        return said;
    }

    private StateDigest digest() {
        AccessSnapshot enforced = store.enforced();
        return enforced == null ? StateDigest.EMPTY : enforced.digest();
    }
}
