package dev.gatehouse.gateway.serviceaccount;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A token in the compact form of RFC 7515 section 7.1, taken apart and believed in nothing yet. Its header may say
 * {@code alg}, {@code kid} and {@code typ} and no more, as Kubernetes writes it: so none of {@code crit}, {@code jwk},
 * {@code jku}, {@code b64}, {@code zip} or {@code cty} ever has a meaning here.
 *
 * @param signed the first two parts, as they stand in the token
 * @param signature the third, likewise
 */
record CompactJws(String algorithm, String keyId, ObjectNode claims, String signed, String signature) {

    private static final Set<String> HEADER = Set.of("alg", "kid", "typ");

    /** Whether {@code token} has three parts of base64url. All that is asked of a token that is simply unknown. */
    static boolean isShapeOf(String token) {
        int dots = 0;
        char before = '.';
        for (int i = 0; i < token.length(); i++) {
            char c = token.charAt(i);
            if (c == '.') {
                dots++;
                if (before == '.') {
                    return false;
                }
            } else if (!isBase64Url(c)) {
                return false;
            }
            before = c;
        }
        return dots == 2 && before != '.';
    }

    private static boolean isBase64Url(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    }

    /** Null when it is not such a token. */
    static @Nullable CompactJws parse(String token) {
        if (!isShapeOf(token)) {
            return null;
        }
        int first = token.indexOf('.');
        int second = token.lastIndexOf('.');
        ObjectNode header = object(token.substring(0, first));
        ObjectNode claims = object(token.substring(first + 1, second));
        String signature = token.substring(second + 1);
        if (header == null || claims == null || bytes(signature) == null || !isPlain(header)) {
            return null;
        }
        String algorithm = TokenJson.text(header, "alg");
        String keyId = TokenJson.text(header, "kid");
        return algorithm == null || keyId == null
                ? null
                : new CompactJws(algorithm, keyId, claims, token.substring(0, second), signature);
    }

    private static boolean isPlain(ObjectNode header) {
        String type = TokenJson.text(header, "typ");
        return header.properties().stream().allMatch(member -> HEADER.contains(member.getKey()))
                && (type == null ? !header.has("typ") : type.equalsIgnoreCase("JWT"));
    }

    private static @Nullable ObjectNode object(String part) {
        byte[] bytes = bytes(part);
        return bytes == null ? null : TokenJson.object(bytes);
    }

    /** Null unless {@code part} is the one spelling of its bytes: a token must not have a twin under another digest. */
    private static byte @Nullable [] bytes(String part) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(part);
            String canonical = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
            return canonical.equals(part) ? bytes : null;
        } catch (IllegalArgumentException e) {
            return null; // a length that no bytes have
        }
    }
}
