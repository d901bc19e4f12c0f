package dev.gatehouse.operator.pki;

import dev.gatehouse.model.link.LinkRole;
import dev.gatehouse.model.resource.SecretValue;
import dev.gatehouse.operator.OperatorLogKeys;
import dev.gatehouse.operator.pki.CertificateStore.Entry;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes and renews the certificates of the link, for whoever leads. All state is in the store, so that it does not matter
 * which operator does the next step. Not thread-safe.
 */
public final class CertificateKeeper {

    private static final Logger LOG = LoggerFactory.getLogger(CertificateKeeper.class);

    /** More steps at once mean that the decision goes in circles, or that somebody else writes without end. */
    private static final int MAX_STEPS = 50;

    private final CertificateStore store;
    private final PkiDecision decision;
    private final CertificateMint mint;
    private final Clock clock;

    public CertificateKeeper(CertificateStore store, PkiPolicy policy, Clock clock, SecureRandom random) {
        this.store = store;
        this.decision = new PkiDecision(policy);
        this.mint = new CertificateMint(policy, random);
        this.clock = clock;
    }

    /**
     * Does what is due.
     *
     * @return when the next thing will be due
     * @throws IOException when the store cannot be reached; what was done so far stands
     */
    public Instant keep() throws IOException, GeneralSecurityException {
        for (int steps = 0; steps < MAX_STEPS; steps++) {
            Optional<Entry> authority = store.read(PkiSecrets.AUTHORITY);
            Map<LinkRole, Entry> leaves = leaves();
            Pki pki = PkiSecrets.pki(authority, leaves);
            PkiStep step = decision.next(pki, clock.instant());
            if (step instanceof PkiStep.Wait(Instant until)) {
                return until;
            }
            if (take(step, pki, authority, leaves)) {
                LOG.atInfo()
                        .addKeyValue(OperatorLogKeys.STEP, step.getClass().getSimpleName())
                        .log("The link's certificates");
            }
        }
        throw new IOException("the certificates of the link did not settle in " + MAX_STEPS + " steps");
    }

    private Map<LinkRole, Entry> leaves() throws IOException {
        var leaves = new EnumMap<LinkRole, Entry>(LinkRole.class);
        for (LinkRole role : LinkRole.values()) {
            store.read(PkiSecrets.nameOf(role)).ifPresent(entry -> leaves.put(role, entry));
        }
        return leaves;
    }

    private boolean take(PkiStep step, Pki pki, Optional<Entry> authority, Map<LinkRole, Entry> leaves)
            throws IOException, GeneralSecurityException {
        return switch (step) {
            case PkiStep.Found() ->
                write(authority, new Pki(mint.authority(clock.instant()), null, null, List.of(), Map.of()));
            case PkiStep.Prepare() ->
                write(authority, new Pki(pki.active(), mint.authority(clock.instant()), null, pki.retired(), Map.of()));
            case PkiStep.Announced(Instant at) ->
                write(authority, new Pki(pki.active(), pki.next(), at, pki.retired(), Map.of()));
            case PkiStep.Promote() -> write(authority, promoted(pki));
            case PkiStep.Forget(List<X509Certificate> expired) -> write(authority, without(expired, pki));
            case PkiStep.Trust(LinkRole role, List<X509Certificate> authorities) -> {
                Keyed own = Objects.requireNonNull(pki.leaf(role)).own();
                yield write(role, leaves, new LinkIdentity(own, authorities));
            }
            case PkiStep.Issue(LinkRole role) -> {
                Keyed own = mint.leaf(role, Objects.requireNonNull(pki.active()), clock.instant());
                yield write(role, leaves, new LinkIdentity(own, pki.authorities()));
            }
            case PkiStep.Wait _ -> throw new IllegalStateException("waiting is not a step to take");
        };
    }

    private static Pki promoted(Pki pki) {
        var retired = new ArrayList<>(pki.retired());
        retired.add(Objects.requireNonNull(pki.active()).certificate());
        return new Pki(pki.next(), null, null, retired, Map.of());
    }

    private static Pki without(List<X509Certificate> expired, Pki pki) {
        var retired = new ArrayList<>(pki.retired());
        retired.removeAll(expired);
        return new Pki(pki.active(), pki.next(), pki.announcedAt(), retired, Map.of());
    }

    private boolean write(Optional<Entry> seen, Pki pki) throws IOException, GeneralSecurityException {
        return store.write(PkiSecrets.AUTHORITY, seen.map(Entry::revision), PkiSecrets.write(pki));
    }

    private boolean write(LinkRole role, Map<LinkRole, Entry> seen, LinkIdentity identity)
            throws IOException, GeneralSecurityException {
        Map<String, SecretValue> data = PkiSecrets.write(identity);
        return store.write(
                PkiSecrets.nameOf(role), Optional.ofNullable(seen.get(role)).map(Entry::revision), data);
    }
}
