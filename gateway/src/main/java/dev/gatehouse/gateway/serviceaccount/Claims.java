package dev.gatehouse.gateway.serviceaccount;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.model.access.ServiceAccountId;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a token says of itself (RFC 7519 section 4.1, and the {@code kubernetes.io} claim of bound ServiceAccount tokens).
 *
 * @param account absent: the subject is no ServiceAccount, or the token contradicts itself
 * @param validFrom the later of {@code nbf} and {@code iat}; absent: the token states neither
 */
record Claims(
        String issuer,
        Set<String> audiences,
        @Nullable ServiceAccountId account,
        @Nullable Instant validFrom,
        Instant expiresAt) {

    private static final String KUBERNETES = "kubernetes.io";
    private static final long LAST_SECOND =
            Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();

    /** Null when a claim is missing that must be there, or is of another type. */
    static @Nullable Claims of(ObjectNode json) {
        String issuer = TokenJson.text(json, "iss");
        String subject = TokenJson.text(json, "sub");
        Set<String> audiences = audiences(json.get("aud"));
        Instant expiresAt = time(json.get("exp"));
        if (issuer == null || subject == null || audiences == null || expiresAt == null) {
            return null;
        }
        Instant notBefore = time(json.get("nbf"));
        Instant issuedAt = time(json.get("iat"));
        if ((notBefore == null && json.has("nbf")) || (issuedAt == null && json.has("iat"))) {
            return null;
        }
        return new Claims(issuer, audiences, account(subject, json), later(notBefore, issuedAt), expiresAt);
    }

    private static @Nullable ServiceAccountId account(String subject, ObjectNode json) {
        ServiceAccountId account = ServiceAccountId.ofSubject(subject);
        JsonNode bound = json.get(KUBERNETES);
        if (account == null || bound == null) {
            return account;
        }
        boolean agrees = account.namespace().equals(TokenJson.text(bound, "namespace"))
                && account.name().equals(TokenJson.text(bound.path("serviceaccount"), "name"));
        return agrees ? account : null;
    }

    private static @Nullable Set<String> audiences(@Nullable JsonNode aud) {
        if (aud != null && aud.isTextual()) {
            return Set.of(aud.textValue());
        }
        if (aud == null || !aud.isArray()) {
            return null;
        }
        var audiences = new HashSet<String>();
        for (JsonNode one : aud) {
            if (!one.isTextual()) {
                return null;
            }
            audiences.add(one.textValue());
        }
        return audiences;
    }

    /** Whole seconds only, as Kubernetes writes them. */
    private static @Nullable Instant time(@Nullable JsonNode value) {
        return value == null
                        || !value.isIntegralNumber()
                        || !value.canConvertToLong()
                        || value.longValue() < 0
                        || value.longValue() > LAST_SECOND
                ? null
                : Instant.ofEpochSecond(value.longValue());
    }

    private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isAfter(other) ? one : other;
    }
}
