package dev.gatehouse.operator.secrets;

import dev.gatehouse.model.resource.SecretValue;
import dev.gatehouse.operator.pki.CertificateStore.Entry;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The keys that seal session ids: the one in use, the one before and the next one. Every gateway has had the next key for a
 * whole turn before any of them seals with it, so that a turn loses no session; a session may be as old as one turn.
 */
record SessionKeyring(
        SecretValue current, SecretValue next, @Nullable SecretValue previous, Instant turnedAt) {

    static final String SECRET = "gatehouse-session-keys";

    private static final int KEY_BYTES = 32;
    private static final String CURRENT = "current";
    private static final String NEXT = "next";
    private static final String PREVIOUS = "previous";
    private static final String TURNED_AT = "turned-at";

    static SessionKeyring fresh(RandomGenerator random, Instant now) {
        return new SessionKeyring(key(random), key(random), null, now);
    }

    /** Empty when it cannot be read: it is then made anew, which ends sessions and nothing else. */
    static Optional<SessionKeyring> of(Entry entry) {
        SecretValue current = key(entry, CURRENT);
        SecretValue next = key(entry, NEXT);
        SecretValue turned = entry.data().get(TURNED_AT);
        if (current == null || next == null || turned == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(new SessionKeyring(current, next, key(entry, PREVIOUS), Instant.parse(turned.text())));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    SessionKeyring turned(RandomGenerator random, Instant now) {
        return new SessionKeyring(/* current= */ next, /* next= */ key(random), /* previous= */ current, now);
    }

    Instant turnsAt(Duration turn) {
        return turnedAt.plus(turn);
    }

    /** The first seals, all open. */
    List<SecretValue> keys() {
        return previous == null ? List.of(current, next) : List.of(current, next, previous);
    }

    Map<String, SecretValue> data() {
        var data = new HashMap<>(Map.of(CURRENT, current, NEXT, next, TURNED_AT, SecretValue.of(turnedAt.toString())));
        if (previous != null) {
            data.put(PREVIOUS, previous);
        }
        return data;
    }

    private static SecretValue key(RandomGenerator random) {
        byte[] bytes = new byte[KEY_BYTES];
        random.nextBytes(bytes);
        return SecretValue.of(bytes);
    }

    private static @Nullable SecretValue key(Entry entry, String name) {
        SecretValue value = entry.data().get(name);
        return value == null || value.length() != KEY_BYTES ? null : value;
    }
}
