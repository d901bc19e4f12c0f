package dev.gatehouse.operator.reconcile;

import dev.gatehouse.model.access.PrincipalKey;
import dev.gatehouse.model.link.TokenUse;
import dev.gatehouse.operator.status.Tokens;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** When tokens were last used, in steps: what is finer than a status tells is not even remembered. Thread-safe. */
public final class TokenTimes {

    private final Map<PrincipalKey, Map<String, Instant>> times = new ConcurrentHashMap<>();

    /** Those of whom there is something new to tell. */
    public Set<PrincipalKey> note(List<TokenUse> uses) {
        var news = new HashSet<PrincipalKey>();
        for (TokenUse use : uses) {
            times.compute(use.principal(), (key, known) -> {
                Instant last = known == null ? null : known.get(use.token());
                if (last != null && use.at().isBefore(last.plus(Tokens.COARSENESS))) {
                    return known;
                }
                news.add(key);
                var next = known == null ? new HashMap<String, Instant>() : new HashMap<>(known);
                next.put(use.token(), use.at());
                return Map.copyOf(next);
            });
        }
        return news;
    }

    public Map<String, Instant> of(PrincipalKey principal) {
        return times.getOrDefault(principal, Map.of());
    }

    public void forget(PrincipalKey principal) {
        times.remove(principal);
    }
}
