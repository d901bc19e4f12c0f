package dev.gatehouse.operator.issue;

import dev.gatehouse.model.resource.IssuedToken;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Decides the next step of one issued token. A token is announced before it is revealed: gateways accept its digest by the time
 * that anybody can read it, and the one before stays valid while the kubelet brings the new one to whoever mounts it.
 */
final class IssuePlan {

    /** A gateway that does not confirm for so long does not keep the others' agents from their token. */
    static final Duration PATIENCE = Duration.ofSeconds(30);

    private IssuePlan() {}

    /**
     * @param stored null while there is no Secret
     * @param announced by this process; null if none is on its way
     * @param accepted whether every gateway accepts the announced one
     */
    static IssueStep next(
            IssuedToken wanted,
            @Nullable StoredToken stored,
            @Nullable Announcement announced,
            boolean accepted,
            Instant now) {
        if (stored == null) {
            return new IssueStep.Announce();
        }
        if (stored.next() != null) {
            return awaitGateways(stored.next(), announced, accepted, now);
        }
        if (stored.token() == null) {
            return new IssueStep.Announce();
        }
        Instant retirement = stored.hasPrevious()
                ? stored.previousExpiresAt() == null ? Instant.MIN : stored.previousExpiresAt()
                : null;
        if (retirement != null && !now.isBefore(retirement)) {
            return new IssueStep.Retire();
        }
        Instant rotation = rotation(wanted, stored.mintedAt(), retirement);
        if (rotation != null && !now.isBefore(rotation)) {
            return new IssueStep.Announce();
        }
        return new IssueStep.Wait(Stream.of(retirement, rotation)
                .flatMap(Stream::ofNullable)
                .min(Instant::compareTo)
                .orElse(null));
    }

    private static IssueStep awaitGateways(
            String next, @Nullable Announcement announced, boolean accepted, Instant now) {
        if (announced == null || !announced.isOf(next)) {
            return new IssueStep.Announce();
        }
        Instant patience = announced.at().plus(PATIENCE);
        return accepted || !now.isBefore(patience) ? new IssueStep.Reveal(announced) : new IssueStep.Wait(patience);
    }

    /** Not while the one before is still in use, even if a shorter period is asked for meanwhile. */
    private static @Nullable Instant rotation(
            IssuedToken wanted, @Nullable Instant mintedAt, @Nullable Instant retirement) {
        if (wanted.rotateEvery() == null) {
            return null;
        }
        Instant due = mintedAt == null ? Instant.MIN : mintedAt.plus(wanted.rotateEvery());
        return retirement != null && retirement.isAfter(due) ? retirement : due;
    }
}
