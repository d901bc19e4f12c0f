package dev.gatehouse.operator.issue;

import dev.gatehouse.model.access.MintedToken;
import dev.gatehouse.model.access.PrincipalKey;
import dev.gatehouse.model.access.PrincipalKind;
import dev.gatehouse.model.resource.IssuedSecret;
import dev.gatehouse.model.resource.IssuedToken;
import dev.gatehouse.model.resource.Kind;
import dev.gatehouse.model.resource.McpClient;
import dev.gatehouse.model.resource.McpUser;
import dev.gatehouse.model.resource.Resource;
import dev.gatehouse.model.resource.ResourceKey;
import dev.gatehouse.model.resource.Secret;
import dev.gatehouse.operator.OperatorLogKeys;
import dev.gatehouse.operator.status.Progress;
import dev.gatehouse.operator.status.Situation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the steps that issued tokens need, one principal after the other. Between rounds it remembers only what it has
 * announced and what it has written and not seen come back; losing that costs another token, never a gap. Not thread-safe.
 */
public final class Issuer {

    private static final Logger LOG = LoggerFactory.getLogger(Issuer.class);

    /** How long a write may take to come back through the watch, or a failed one to be tried again. */
    private static final Duration ECHO = Duration.ofSeconds(5);

    private final TokenStore store;
    private final Supplier<Optional<Situation>> situation;
    private final BooleanSupplier leading;
    private final Clock clock;
    private final RandomGenerator random;
    private final Map<String, Announcement> announced = new HashMap<>();
    private final Map<String, Echo> echoes = new HashMap<>();

    /** A write over what was seen: until something else is seen, or it has taken too long, there is nothing to decide. */
    private record Echo(@Nullable Secret over, Instant until) {}

    public Issuer(
            TokenStore store,
            Supplier<Optional<Situation>> situation,
            BooleanSupplier leading,
            Clock clock,
            RandomGenerator random) {
        this.store = store;
        this.situation = situation;
        this.leading = leading;
        this.clock = clock;
        this.random = random;
    }

    /** Takes every step that is due; gives the time of the next one, if time alone brings one. */
    public Optional<Instant> round() {
        Situation now = situation.get().orElse(null);
        if (now == null || !leading.getAsBoolean()) {
            return Optional.empty();
        }
        Instant next = Instant.MAX;
        var present = new HashSet<String>();
        for (McpClient client : now.published().world().clients()) {
            if (client.spec().issue() != null && !client.spec().suspend()) {
                present.add(client.uid());
                next = earlier(next, take(now, client, client.spec().issue()));
            }
        }
        for (McpUser user : now.published().world().users()) {
            if (user.spec().issue() != null && !user.spec().suspend()) {
                present.add(user.uid());
                next = earlier(next, take(now, user, user.spec().issue()));
            }
        }
        announced.keySet().retainAll(present);
        echoes.keySet().retainAll(present);
        return next.equals(Instant.MAX) ? Optional.empty() : Optional.of(next);
    }

    private @Nullable Instant take(Situation now, Resource owner, IssuedToken wanted) {
        String uid = owner.uid();
        var key = new ResourceKey(Kind.SECRET, owner.metadata().namespace(), wanted.secretName());
        Secret secret = now.published().resource(key).orElse(null) instanceof Secret found ? found : null;
        Instant time = clock.instant();
        Echo echo = echoes.get(uid);
        if (echo != null && isSame(echo.over(), secret) && time.isBefore(echo.until())) {
            return echo.until();
        }
        echoes.remove(uid);
        if (isBarred(now, owner, secret)) {
            return null;
        }
        StoredToken stored = secret == null ? null : StoredToken.of(secret);
        Announcement pending = announced.get(uid);
        IssueStep step = IssuePlan.next(wanted, stored, pending, isAccepted(now, owner, pending), time);
        if (step instanceof IssueStep.Wait(Instant until)) {
            return until;
        }
        write(owner, wanted, secret, stored, step, time);
        echoes.put(uid, new Echo(secret, time.plus(ECHO)));
        return time.plus(ECHO);
    }

    private void write(
            Resource owner,
            IssuedToken wanted,
            @Nullable Secret secret,
            @Nullable StoredToken stored,
            IssueStep step,
            Instant time) {
        try {
            switch (step) {
                case IssueStep.Announce() -> announce(owner, wanted, secret, time);
                case IssueStep.Reveal(Announcement ready) -> {
                    if (secret != null && stored != null) {
                        store.edit(secret, SecretEdit.reveal(ready.token(), stored, wanted.overlap(), time));
                        announced.remove(owner.uid());
                        tell(owner, "A token was issued");
                    }
                }
                case IssueStep.Retire() -> {
                    if (secret != null) {
                        store.edit(secret, SecretEdit.retire());
                        tell(owner, "The token before the issued one has retired");
                    }
                }
                case IssueStep.Wait _ -> throw new IllegalStateException("waiting writes nothing");
            }
        } catch (RuntimeException e) {
            LOG.atWarn()
                    .addKeyValue(OperatorLogKeys.PRINCIPAL, owner.key())
                    .addKeyValue(OperatorLogKeys.REASON, e.getMessage())
                    .log("The Secret of an issued token could not be written");
        }
    }

    private void announce(Resource owner, IssuedToken wanted, @Nullable Secret secret, Instant time) {
        var minted = new Announcement(MintedToken.mint(random), time);
        announced.put(owner.uid(), minted);
        SecretEdit edit = SecretEdit.announce(minted.token());
        if (secret != null) {
            store.edit(secret, edit);
        } else if (!store.create(owner, wanted.secretName(), edit)) {
            LOG.atWarn()
                    .addKeyValue(OperatorLogKeys.PRINCIPAL, owner.key())
                    .addKeyValue(OperatorLogKeys.SECRET, wanted.secretName())
                    .log("A Secret of this name exists and is left alone; no token is issued");
        }
    }

    /** One that is refused gets nothing, and a Secret that was not issued for the owner is not touched. */
    private static boolean isBarred(Situation now, Resource owner, @Nullable Secret secret) {
        return (secret != null && !IssuedSecret.isFor(owner, secret))
                || now.published().findingsOn(owner.key()).stream()
                        .anyMatch(finding -> finding.reason().refusesAll());
    }

    /** Nobody can refuse a token where nobody is asked for one. */
    private static boolean isAccepted(Situation now, Resource owner, @Nullable Announcement pending) {
        if (pending == null) {
            return false;
        }
        PrincipalKind kind = owner.kind() == Kind.MCP_USER ? PrincipalKind.USER : PrincipalKind.CLIENT;
        var key = new PrincipalKey(
                kind, owner.metadata().namespace(), owner.metadata().name());
        boolean published = now.published().principal(key).stream()
                .flatMap(principal -> principal.tokens().stream())
                .anyMatch(token -> token.digest().equals(pending.token().digest()));
        Progress progress = now.fleet().progress(now.since().applyAsLong(owner.key()));
        return published && (progress == Progress.APPLIED || progress == Progress.NO_GATEWAYS);
    }

    private static Instant earlier(Instant known, @Nullable Instant other) {
        return other != null && other.isBefore(known) ? other : known;
    }

    @SuppressWarnings("ReferenceEquality") // a Secret keeps its instance until it changes
    private static boolean isSame(@Nullable Secret before, @Nullable Secret now) {
        return before == now;
    }

    private static void tell(Resource owner, String what) {
        LOG.atInfo().addKeyValue(OperatorLogKeys.PRINCIPAL, owner.key()).log(what);
    }
}
