package dev.gatehouse.operator.issue;

import dev.gatehouse.model.access.MintedToken;
import dev.gatehouse.model.resource.IssuedSecret;
import dev.gatehouse.model.resource.SecretValue;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a step changes in the Secret; null takes a key out. */
record SecretEdit(Map<String, @Nullable SecretValue> data) {

    SecretEdit {
        data = Collections.unmodifiableMap(new HashMap<>(data));
    }

    static SecretEdit announce(MintedToken token) {
        return new SecretEdit(
                Map.of(IssuedSecret.NEXT, SecretValue.of(token.digest().hex())));
    }

    static SecretEdit reveal(MintedToken token, StoredToken before, Duration overlap, Instant now) {
        Instant second = now.truncatedTo(ChronoUnit.SECONDS);
        var data = new HashMap<String, @Nullable SecretValue>();
        data.put(IssuedSecret.TOKEN, SecretValue.of(token.text()));
        data.put(IssuedSecret.MINTED_AT, SecretValue.of(second.toString()));
        data.put(IssuedSecret.NEXT, null);
        if (before.token() != null) {
            data.put(IssuedSecret.PREVIOUS, SecretValue.of(before.token().hex()));
            data.put(
                    IssuedSecret.PREVIOUS_EXPIRES_AT,
                    SecretValue.of(second.plus(overlap).toString()));
        }
        return new SecretEdit(data);
    }

    static SecretEdit retire() {
        var data = new HashMap<String, @Nullable SecretValue>();
        data.put(IssuedSecret.PREVIOUS, null);
        data.put(IssuedSecret.PREVIOUS_EXPIRES_AT, null);
        return new SecretEdit(data);
    }
}
