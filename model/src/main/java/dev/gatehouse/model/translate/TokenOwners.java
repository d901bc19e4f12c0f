package dev.gatehouse.model.translate;

import dev.gatehouse.model.access.TokenDigest;
import dev.gatehouse.model.access.TokenGrant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whose token is whose. One that two principals hold identifies neither, so that it is refused in both. Kept up to date by
 * what comes and goes, and remembers whom that touched.
 */
final class TokenOwners {

    private final Map<TokenDigest, PrincipalEntry> sole = new HashMap<>();
    private final Map<TokenDigest, List<PrincipalEntry>> contested = new HashMap<>();
    private final Set<PrincipalEntry> touched = Collections.newSetFromMap(new IdentityHashMap<>());

    void add(PrincipalEntry entry) {
        for (TokenGrant token : entry.tokens()) {
            List<PrincipalEntry> contestants = contested.get(token.digest());
            PrincipalEntry other = contestants == null ? sole.remove(token.digest()) : null;
            if (contestants != null) {
                contestants.add(entry);
                touched.addAll(contestants);
            } else if (other != null) {
                contested.put(token.digest(), new ArrayList<>(List.of(other, entry)));
                touched.add(other);
            } else {
                sole.put(token.digest(), entry);
            }
        }
    }

    void remove(PrincipalEntry entry) {
        for (TokenGrant token : entry.tokens()) {
            List<PrincipalEntry> contestants = contested.get(token.digest());
            if (contestants == null) {
                sole.remove(token.digest());
                continue;
            }
            contestants.remove(entry);
            touched.addAll(contestants);
            if (contestants.size() == 1) {
                contested.remove(token.digest());
                sole.put(token.digest(), contestants.getFirst());
            }
        }
    }

    /** Whether a token of {@code entry} became or ceased to be contested since {@link #settle()}. */
    boolean isTouched(PrincipalEntry entry) {
        return !touched.isEmpty() && touched.contains(entry);
    }

    void settle() {
        touched.clear();
    }

    List<PrincipalEntry> othersWith(TokenDigest digest, PrincipalEntry entry) {
        return contested.getOrDefault(digest, List.of()).stream()
                .filter(other -> !other.equals(entry))
                .toList();
    }

    List<TokenGrant> uncontested(PrincipalEntry entry) {
        if (contested.isEmpty()) {
            return entry.tokens();
        }
        return entry.tokens().stream()
                .filter(token -> !contested.containsKey(token.digest()))
                .toList();
    }
}
