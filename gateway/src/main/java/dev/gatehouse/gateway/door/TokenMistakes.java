package dev.gatehouse.gateway.door;

import dev.gatehouse.gateway.access.Authentication.Why;
import dev.gatehouse.gateway.ledger.Grounds;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells what a request itself shows about a token that authenticates nobody: mistakes that everybody makes once. */
final class TokenMistakes {

    private static final String TWICE = "bearer bearer";
    private static final Set<String> PARAMETERS =
            Set.of("access_token", "token", "auth_token", "api_key", "apikey", "key", "authorization", "bearer");

    private TokenMistakes() {}

    /** @param query of the URL, without its question mark */
    static Grounds grounds(Why why, @Nullable String authorization, String query) {
        return switch (why) {
            case MISSING -> holdsToken(query) ? Grounds.TOKEN_IN_QUERY : Grounds.TOKEN_MISSING;
            case MALFORMED ->
                authorization != null && authorization.regionMatches(true, 0, TWICE, 0, TWICE.length())
                        ? Grounds.TOKEN_DOUBLED
                        : Grounds.TOKEN_MALFORMED;
            case UNKNOWN,
                    EXPIRED,
                    NOT_YET_VALID,
                    WRONG_PLANE,
                    WRONG_ISSUER,
                    WRONG_AUDIENCE,
                    NO_SERVICE_ACCOUNT,
                    BAD_SIGNATURE,
                    UNKNOWN_SERVICE_ACCOUNT,
                    BUSY -> Grounds.of(why);
        };
    }

    private static boolean holdsToken(String query) {
        int from = 0;
        while (from < query.length()) {
            int end = query.indexOf('&', from);
            String parameter = query.substring(from, end < 0 ? query.length() : end);
            int equals = parameter.indexOf('=');
            if (equals > 0 && PARAMETERS.contains(parameter.substring(0, equals).toLowerCase(Locale.ROOT))) {
                return true;
            }
            from = end < 0 ? query.length() : end + 1;
        }
        return false;
    }
}
