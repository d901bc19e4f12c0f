package dev.gatehouse.gateway.session;

import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The last {@value #REMEMBERED} sessions that their clients ended here. A sealed id cannot be taken back, so this makes
 * the promise of DELETE for this replica: other replicas learn nothing, and a session that is forgotten again is usable
 * by its own client only. Thread-safe.
 */
final class EndedSessions {

    private static final int REMEMBERED = 100_000;

    private final Set<Long> nonces = ConcurrentHashMap.newKeySet();
    private final Queue<Long> inOrder = new ConcurrentLinkedQueue<>();

    void add(long nonce) {
        if (nonces.add(nonce)) {
            inOrder.add(nonce);
        }
        if (nonces.size() > REMEMBERED) {
            Long oldest = inOrder.poll();
            if (oldest != null) {
                nonces.remove(oldest);
            }
        }
    }

    boolean contains(long nonce) {
        return !nonces.isEmpty() && nonces.contains(nonce);
    }
}
