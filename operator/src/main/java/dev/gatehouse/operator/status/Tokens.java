package dev.gatehouse.operator.status;

import dev.gatehouse.model.access.Principal;
import dev.gatehouse.model.access.TokenDigest;
import dev.gatehouse.model.access.TokenGrant;
import dev.gatehouse.model.resource.IssuedToken;
import dev.gatehouse.model.resource.TokenSource;
import dev.gatehouse.model.resource.status.TokenState;
import dev.gatehouse.model.resource.status.TokenStatus;
import dev.gatehouse.model.translate.Finding;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The states of a principal's tokens: those of its spec in their order, then the issued ones. */
public final class Tokens {

    /** Before this much time is left, a token that expires is warned about. */
    static final Duration NOTICE = Duration.ofDays(7);

    /** A newer use of a token is not worth a write of its own. */
    public static final Duration COARSENESS = Duration.ofMinutes(10);

    private final Declared declared;
    private final Principal compiled;
    private final List<Finding> findings;
    private final Map<String, Instant> uses;
    private final List<TokenStatus> observed;
    private final Instant now;

    Tokens(
            Declared declared,
            Principal compiled,
            List<Finding> findings,
            Map<String, Instant> uses,
            List<TokenStatus> observed,
            Instant now) {
        this.declared = declared;
        this.compiled = compiled;
        this.findings = findings;
        this.uses = uses;
        this.observed = observed;
        this.now = now;
    }

    List<TokenStatus> all() {
        var all = new ArrayList<TokenStatus>();
        for (int i = 0; i < declared.tokens().size(); i++) {
            all.add(declaredToken(declared.tokens().get(i), "spec.tokens[" + i + "]"));
        }
        if (declared.issue() != null) {
            all.add(issued(IssuedToken.NAME)
                    .orElseGet(() -> token(IssuedToken.NAME, stateOfNoIssued(), null, null, null)));
            issued(IssuedToken.NEXT_NAME).ifPresent(all::add);
            issued(IssuedToken.PREVIOUS_NAME).ifPresent(all::add);
        }
        return all;
    }

    List<String> warnings() {
        return declared.tokens().stream()
                .filter(token -> token.expiresAt() != null
                        && grant(token.name()).isPresent()
                        && now.isBefore(token.expiresAt())
                        && !now.isBefore(token.expiresAt().minus(NOTICE)))
                .map(token -> "The token " + token.name() + " expires at " + token.expiresAt()
                        + "; declare the next one beside it before then.")
                .toList();
    }

    /** When a token's state or a warning will be another although nothing happens. */
    Optional<Instant> nextChange() {
        return compiled.tokens().stream()
                .flatMap(grant -> Stream.of(
                                Optional.ofNullable(grant.notBefore()),
                                Optional.ofNullable(grant.expiresAt()),
                                Optional.ofNullable(grant.expiresAt()).map(at -> at.minus(NOTICE)))
                        .flatMap(Optional::stream))
                .filter(now::isBefore)
                .min(Instant::compareTo);
    }

    private TokenStatus declaredToken(TokenSource source, String path) {
        TokenGrant grant = grant(source.name()).orElse(null);
        TokenState state = grant == null ? refusal(path) : state(grant);
        return token(
                source.name(),
                state,
                grant == null ? declaredDigest(source) : grant.digest(),
                source.notBefore(),
                source.expiresAt());
    }

    private Optional<TokenStatus> issued(String name) {
        return grant(name)
                .map(grant -> token(name, state(grant), grant.digest(), grant.notBefore(), grant.expiresAt()));
    }

    private TokenState stateOfNoIssued() {
        boolean mistaken = findings.stream()
                .anyMatch(finding -> finding.isError() && finding.path().startsWith("spec.issue"));
        return mistaken || isRefused() || declared.suspend() ? TokenState.REFUSED : TokenState.PENDING;
    }

    private TokenState refusal(String path) {
        boolean missing = findings.stream()
                .filter(finding -> finding.path().equals(path) || finding.path().startsWith(path + "."))
                .anyMatch(finding -> switch (finding.reason()) {
                    case SECRET_NOT_FOUND, SECRET_KEY_NOT_FOUND, SECRET_UNLABELLED, TOKEN_UNREADABLE -> true;
                    case INVALID,
                            NAME_CONFLICT,
                            DUPLICATE_TOKEN,
                            TOKEN_TOO_WEAK,
                            INTERNAL_ERROR,
                            SERVER_NOT_FOUND,
                            ALLOW_LIST_NOT_FOUND,
                            REF_NOT_PERMITTED,
                            WARNING -> false;
                });
        return missing ? TokenState.MISSING : TokenState.REFUSED;
    }

    private boolean isRefused() {
        return findings.stream().anyMatch(finding -> finding.reason().refusesAll());
    }

    private TokenState state(TokenGrant grant) {
        if (grant.isValidAt(now)) {
            return TokenState.ACTIVE;
        }
        return grant.notBefore() != null && now.isBefore(grant.notBefore()) ? TokenState.PENDING : TokenState.EXPIRED;
    }

    private TokenStatus token(
            String name,
            TokenState state,
            @Nullable TokenDigest digest,
            @Nullable Instant notBefore,
            @Nullable Instant expiresAt) {
        String fingerprint = digest == null ? null : digest.fingerprint();
        return new TokenStatus(name, state, fingerprint, notBefore, expiresAt, lastUsed(name));
    }

    /** Moves in steps, so that a busy token costs a write every ten minutes and not every minute. */
    private @Nullable Instant lastUsed(String name) {
        Instant told = observed.stream()
                .filter(token -> token.name().equals(name))
                .findFirst()
                .map(TokenStatus::lastUsed)
                .orElse(null);
        Instant used = uses.get(name);
        if (used == null) {
            return told;
        }
        Instant whole = used.truncatedTo(ChronoUnit.SECONDS);
        return told == null || !whole.isBefore(told.plus(COARSENESS)) ? whole : told;
    }

    private Optional<TokenGrant> grant(String name) {
        return compiled.tokens().stream()
                .filter(grant -> grant.name().equals(name))
                .findFirst();
    }

    /** A digest that the spec itself tells, also while it authenticates nobody. */
    private static @Nullable TokenDigest declaredDigest(TokenSource source) {
        String sha256 = source.sha256();
        return sha256 != null && sha256.matches("[0-9a-fA-F]{64}") ? TokenDigest.parse(sha256) : null;
    }
}
