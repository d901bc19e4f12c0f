package dev.gatehouse.operator.link;

import dev.gatehouse.model.access.AccessConfig;
import dev.gatehouse.model.access.AccessDelta;
import dev.gatehouse.model.access.StateDigest;
import dev.gatehouse.model.link.Frame;
import dev.gatehouse.model.link.FrameWriter;
import dev.gatehouse.operator.fleet.Publication;
import java.io.ByteArrayOutputStream;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * What leads from some state to the newest one: computed and encoded once for all gateways that start from the same state.
 * Thread-safe. Keeps the ways to one publication only.
 */
final class Deltas {

    /** A larger delta is computed once but encoded for each gateway, piece by piece. */
    private static final int MAX_SHARED_ENTRIES = 10_000;

    /** One way, and its encoding unless that is too large to be kept. */
    static final class Step {
        private final Frame.Delta frame;
        private final byte[] encoded;

        Step(Frame.Delta frame, byte[] encoded) {
            this.frame = frame;
            this.encoded = encoded;
        }

        Frame.Delta frame() {
            return frame;
        }

        boolean isEncoded() {
            return encoded.length > 0;
        }

        /** Not to be changed. */
        byte[] encoded() {
            return encoded;
        }
    }

    private record Ways(long version, ConcurrentMap<StateDigest, Step> from) {}

    private volatile Ways ways = new Ways(0, new ConcurrentHashMap<>());

    Step between(AccessConfig from, Publication to) {
        return ways(to.version()).computeIfAbsent(from.digest(), _ -> step(from, to));
    }

    /** A gateway's thread that is late for a publication must not push out the ways to a newer one. */
    private synchronized ConcurrentMap<StateDigest, Step> ways(long version) {
        if (version > ways.version()) {
            ways = new Ways(version, new ConcurrentHashMap<>());
        }
        return version == ways.version() ? ways.from() : new ConcurrentHashMap<>();
    }

    private static Step step(AccessConfig from, Publication to) {
        AccessDelta delta = AccessDelta.between(from, to.config());
        var frame = new Frame.Delta(to.version(), delta);
        return new Step(frame, isLarge(delta) ? new byte[0] : encoded(frame));
    }

    private static boolean isLarge(AccessDelta delta) {
        return delta.putPrincipals().size()
                        + delta.removedPrincipals().size()
                        + delta.putServers().size()
                        + delta.removedServers().size()
                > MAX_SHARED_ENTRIES;
    }

    private static byte[] encoded(Frame frame) {
        var out = new ByteArrayOutputStream();
        FrameWriter.write(frame, line -> {
            out.writeBytes(line);
            out.write('\n');
        });
        return out.toByteArray();
    }
}
