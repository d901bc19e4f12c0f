package dev.gatehouse.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.gateway.testing.SettableClock;
import dev.gatehouse.model.access.AccessConfig;
import dev.gatehouse.model.access.Principal;
import dev.gatehouse.model.access.TokenDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ConcurrentReadersTest {

    private static final int CLIENTS = 400;

    /** All clients change their tokens together, so a reader that saw two states at once would miss one of its own. */
    @Test
    void readersSeeOneStateFromStartToEnd() throws Exception {
        var store = new AccessStore(new SettableClock());
        AccessConfig even = generation(0);
        AccessConfig odd = generation(1);
        store.publish(even);
        var stop = new AtomicBoolean();
        var mixed = new AtomicLong();
        var looks = new AtomicLong();
        List<Thread> readers = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            readers.add(Thread.ofPlatform().start(() -> {
                while (!stop.get()) {
                    mixed.addAndGet(inconsistencies(Objects.requireNonNull(store.current())));
                    looks.incrementAndGet();
                }
            }));
        }
        for (int swap = 0; swap < 200 || looks.get() < 200; swap++) {
            store.publish(swap % 2 == 0 ? odd : even);
        }
        stop.set(true);
        for (Thread reader : readers) {
            reader.join();
        }

        assertThat(mixed).hasValue(0);
    }

    private static long inconsistencies(AccessSnapshot snapshot) {
        long version = snapshot.version() % 2 == 1 ? 0 : 1;
        long wrong = 0;
        for (int client = 0; client < CLIENTS; client += 13) {
            TokenDigest own = TokenDigest.ofToken(token(client, version));
            TokenDigest other = TokenDigest.ofToken(token(client, 1 - version));
            wrong += snapshot.credential(own) == null || snapshot.credential(other) != null ? 1 : 0;
        }
        return wrong;
    }

    private static AccessConfig generation(long generation) {
        List<Principal> principals = new ArrayList<>();
        for (int client = 0; client < CLIENTS; client++) {
            principals.add(Configs.client("c" + client, token(client, generation)));
        }
        return Configs.of(List.of(), principals);
    }

    private static String token(int client, long generation) {
        return "token-" + client + "-" + generation;
    }
}
