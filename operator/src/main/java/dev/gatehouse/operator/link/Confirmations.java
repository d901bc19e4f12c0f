package dev.gatehouse.operator.link;

import dev.gatehouse.model.access.StateDigest;
import dev.gatehouse.model.link.Acknowledgement;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * What one gateway was sent and what it has confirmed. Pure bookkeeping, not thread-safe: {@link GatewayLink} guards it.
 */
final class Confirmations {

    /** Further steps wait, and melt into one, until the gateway has confirmed some. */
    static final int MAX_UNCONFIRMED = 16;

    private record Step(long version, StateDigest digest) {}

    private final Deque<Step> unconfirmed = new ArrayDeque<>();
    private @Nullable Step confirmed;
    private int wholes;
    private boolean wantsWhole;

    boolean mayTakeMore() {
        return wantsWhole || unconfirmed.size() < MAX_UNCONFIRMED;
    }

    boolean wantsWhole() {
        return wantsWhole;
    }

    /** 0: nothing yet. */
    long appliedVersion() {
        return confirmed == null ? 0 : confirmed.version();
    }

    void sending(long version, StateDigest digest, boolean whole) {
        if (whole) {
            unconfirmed.clear();
            wholes++;
            wantsWhole = false;
        }
        unconfirmed.add(new Step(version, digest));
    }

    /** @return whether the gateway enforces another version than was known */
    boolean acknowledged(Acknowledgement acknowledgement) {
        if (acknowledgement.wholes() < wholes) {
            return false; // said before the whole configuration arrived that is on its way
        }
        Step reached = reached(acknowledgement.version());
        boolean drifted = reached != null && !reached.digest().equals(acknowledgement.digest());
        if (drifted || acknowledgement.wantsWhole()) {
            wantsWhole = true;
            return false;
        }
        if (reached == null) {
            return false;
        }
        while (!unconfirmed.isEmpty() && unconfirmed.peek().version() <= reached.version()) {
            unconfirmed.poll();
        }
        boolean moved = !reached.equals(confirmed);
        confirmed = reached;
        return moved;
    }

    private @Nullable Step reached(long version) {
        for (Step step : unconfirmed) {
            if (step.version() == version) {
                return step;
            }
        }
        return confirmed != null && confirmed.version() == version ? confirmed : null;
    }
}
