package dev.gatehouse.operator.pki;

import dev.gatehouse.model.link.LinkRole;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What has to be done next about the certificates, given what there is: a pure function, asked again after every step.
 *
 * <p>A new authority goes through three stages, so that at no time an end of the link meets a certificate whose signer it
 * does not know: made and trusted by both ends; after {@link PkiPolicy#announcement} it signs; and the one before it is
 * trusted until it expires.
 */
final class PkiDecision {

    private final PkiPolicy policy;

    PkiDecision(PkiPolicy policy) {
        this.policy = policy;
    }

    PkiStep next(Pki pki, Instant now) {
        Keyed active = pki.active();
        if (active == null || !now.isBefore(active.end())) {
            return new PkiStep.Found();
        }
        List<X509Certificate> expired = pki.retired().stream()
                .filter(retired -> !now.isBefore(retired.getNotAfter().toInstant()))
                .toList();
        if (!expired.isEmpty()) {
            return new PkiStep.Forget(expired);
        }
        if (pki.next() == null && !now.isBefore(active.renewAt())) {
            return new PkiStep.Prepare();
        }
        for (LinkRole role : LinkRole.values()) {
            if (!trustsAll(pki, pki.leaf(role))) {
                return new PkiStep.Trust(role, pki.authorities());
            }
        }
        PkiStep succession = succession(pki, now);
        return succession instanceof PkiStep.Wait wait ? issue(pki, active, now, wait) : succession;
    }

    private PkiStep succession(Pki pki, Instant now) {
        if (pki.next() == null) {
            return new PkiStep.Wait(Instant.MAX);
        }
        if (pki.announcedAt() == null) {
            return new PkiStep.Announced(now);
        }
        Instant promoted = pki.announcedAt().plus(policy.announcement());
        return now.isBefore(promoted) ? new PkiStep.Wait(promoted) : new PkiStep.Promote();
    }

    private PkiStep issue(Pki pki, Keyed active, Instant now, PkiStep.Wait succession) {
        for (LinkRole role : LinkRole.values()) {
            if (isDue(pki.leaf(role), role, active, now)) {
                return new PkiStep.Issue(role);
            }
        }
        Stream<Instant> renewals = Stream.of(LinkRole.values())
                .map(pki::leaf)
                .flatMap(leaf ->
                        leaf == null ? Stream.of() : Stream.of(leaf.own().renewAt()));
        Stream<Instant> succeeded = pki.next() == null ? Stream.of(active.renewAt()) : Stream.of(active.end());
        Stream<Instant> retirements =
                pki.retired().stream().map(retired -> retired.getNotAfter().toInstant());
        return new PkiStep.Wait(Stream.of(renewals, succeeded, retirements, Stream.of(succession.until()))
                .flatMap(times -> times)
                .min(Instant::compareTo)
                .orElseThrow());
    }

    private boolean isDue(@Nullable LinkIdentity leaf, LinkRole role, Keyed active, Instant now) {
        if (leaf == null) {
            return true;
        }
        Keyed own = leaf.own();
        boolean misnamed =
                role == LinkRole.OPERATOR && !SubjectNames.of(own.certificate()).equals(policy.operatorNames());
        return !now.isBefore(own.renewAt()) || !own.isSignedBy(active) || !role.isOf(own.certificate()) || misnamed;
    }

    /** One that is not there yet is made with the right list. */
    private static boolean trustsAll(Pki pki, @Nullable LinkIdentity leaf) {
        return leaf == null || new HashSet<>(leaf.trusted()).equals(new HashSet<>(pki.authorities()));
    }
}
