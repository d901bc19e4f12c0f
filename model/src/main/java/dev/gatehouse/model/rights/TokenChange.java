package dev.gatehouse.model.rights;

import dev.gatehouse.model.access.TokenGrant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A way to authenticate that comes, goes or changes.
 *
 * @param fingerprint all that is ever told of a token; absent for what is no token
 */
public record TokenChange(String name, @Nullable String fingerprint, Kind kind) {

    /** What happens to it. */
    public enum Kind {
        ADDED,
        REMOVED,
        /** Valid at times at which it was not. */
        EXTENDED,
        /** Not valid at times at which it was, and at no others. */
        SHORTENED
    }

    boolean widens() {
        return kind == Kind.ADDED || kind == Kind.EXTENDED;
    }

    /** Tokens are the same if their digests are, whatever they are called. */
    static List<TokenChange> between(List<TokenGrant> before, List<TokenGrant> now) {
        var old = before.stream().collect(Collectors.toMap(TokenGrant::digest, Function.identity()));
        var kept = now.stream().map(TokenGrant::digest).collect(Collectors.toSet());
        var changes = new ArrayList<TokenChange>();
        for (TokenGrant token : now) {
            TokenGrant earlier = old.get(token.digest());
            if (earlier == null) {
                changes.add(of(token, Kind.ADDED));
            } else if (isLonger(token, earlier)) {
                changes.add(of(token, Kind.EXTENDED));
            } else if (isLonger(earlier, token)) {
                changes.add(of(token, Kind.SHORTENED));
            }
        }
        before.stream()
                .filter(token -> !kept.contains(token.digest()))
                .forEach(token -> changes.add(of(token, Kind.REMOVED)));
        return changes;
    }

    static List<TokenChange> betweenOtherWays(Collection<String> before, Collection<String> now) {
        var changes = new ArrayList<TokenChange>();
        now.stream()
                .filter(way -> !before.contains(way))
                .forEach(way -> changes.add(new TokenChange(way, null, Kind.ADDED)));
        before.stream()
                .filter(way -> !now.contains(way))
                .forEach(way -> changes.add(new TokenChange(way, null, Kind.REMOVED)));
        return changes;
    }

    private static boolean isLonger(TokenGrant token, TokenGrant than) {
        boolean earlier = than.notBefore() != null
                && (token.notBefore() == null || token.notBefore().isBefore(than.notBefore()));
        boolean later = than.expiresAt() != null
                && (token.expiresAt() == null || token.expiresAt().isAfter(than.expiresAt()));
        return earlier || later;
    }

    private static TokenChange of(TokenGrant token, Kind kind) {
        return new TokenChange(token.name(), token.digest().fingerprint(), kind);
    }
}
