package dev.gatehouse.gateway.serviceaccount;

import dev.gatehouse.model.access.TokenDigest;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Remembers tokens by their digest, a bounded number of them. Two generations: when the young one has half of the number,
 * it becomes the old one and the old one is forgotten; who is asked for stays young. Thread-safe; reading takes no lock.
 */
final class VerifiedTokens {

    private final int half;
    private volatile Generations generations = new Generations(new ConcurrentHashMap<>(), new ConcurrentHashMap<>());

    private record Generations(
            ConcurrentHashMap<TokenDigest, VerifiedToken> young, ConcurrentHashMap<TokenDigest, VerifiedToken> old) {}

    VerifiedTokens(int most) {
        this.half = most / 2;
    }

    @Nullable
    VerifiedToken get(TokenDigest digest) {
        Generations now = generations;
        VerifiedToken token = now.young.get(digest);
        if (token != null) {
            return token;
        }
        VerifiedToken aged = now.old.get(digest);
        if (aged != null) {
            put(aged);
        }
        return aged;
    }

    synchronized void put(VerifiedToken token) {
        if (generations.young.size() >= half) {
            generations = new Generations(new ConcurrentHashMap<>(), generations.young);
        }
        generations.young.put(token.grant().digest(), token);
    }

    int size() {
        Generations now = generations;
        return now.young.size() + now.old.size();
    }
}
