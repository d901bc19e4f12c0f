package dev.gatehouse.gateway.catalogue;

import dev.gatehouse.gateway.mcp.ListKind;
import dev.gatehouse.gateway.session.UpstreamSession;
import dev.gatehouse.gateway.upstream.Eras;
import dev.gatehouse.gateway.upstream.thread.Listened;
import dev.gatehouse.gateway.upstream.thread.UpstreamClient;
import dev.gatehouse.model.access.UpstreamServer;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Listens to one server through the gateway's own session, and asks it again from time to time where it gives no stream or
 * is away. What it hears makes the catalogue ask anew.
 */
final class ServerEar implements AutoCloseable {

    /** A connection that broke without a word is noticed at last. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final UpstreamServer server;
    private final UpstreamClient client;
    private final Catalogues catalogues;
    private final RandomGenerator random;
    private final Thread thread;
    private volatile Duration pause = SHORTEST_PAUSE;

    private ServerEar(UpstreamServer server, UpstreamClient client, Catalogues catalogues, RandomGenerator random) {
        this.server = server;
        this.client = client;
        this.catalogues = catalogues;
        this.random = random;
        this.thread = Thread.ofVirtual().name("ear").unstarted(this::run);
    }

    static ServerEar on(UpstreamServer server, UpstreamClient client, Catalogues catalogues, RandomGenerator random) {
        var ear = new ServerEar(server, client, catalogues, random);
        ear.thread.start();
        return ear;
    }

    UpstreamServer server() {
        return server;
    }

    /** Runs something later, aside. */
    void after(Duration time, Runnable then) {
        Thread.startVirtualThread(() -> {
            if (slept(time)) {
                then.run();
            }
        });
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private void run() {
        boolean goesOn = true;
        while (goesOn) {
            catalogues.freshen(server);
            goesOn = slept(pauseAfter(listen())) && !thread.isInterrupted();
        }
    }

    private Listened listen() {
        Eras spoken = catalogues.erasOf(server);
        if (spoken == null) {
            return Listened.FAILED;
        }
        if (spoken.modern()) {
            return client.listen(server, this::heard, LONGEST);
        }
        UpstreamSession session = catalogues.ownSession(server);
        return session == null ? Listened.FAILED : client.listen(server, session, this::heard, LONGEST);
    }

    private void heard(String method) {
        pause = SHORTEST_PAUSE;
        switch (method) {
            case "notifications/tools/list_changed" -> catalogues.invalidate(server.id(), ListKind.TOOLS);
            case "notifications/prompts/list_changed" -> catalogues.invalidate(server.id(), ListKind.PROMPTS);
            case "notifications/resources/list_changed" -> {
                catalogues.invalidate(server.id(), ListKind.RESOURCES);
                catalogues.invalidate(server.id(), ListKind.TEMPLATES);
            }
            default -> {} // of no concern to anybody else than the one in whose session it was said
        }
    }

    /** Doubles from one second, of which a random half is taken off, so that a fleet does not come back all at once. */
    private Duration pauseAfter(Listened hearing) {
        if (hearing == Listened.NONE) {
            return CatalogueSlot.FRESH_FOR;
        }
        long millis = pause.toMillis();
        Duration twice = pause.multipliedBy(2);
        pause = twice.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : twice;
        return Duration.ofMillis(millis - random.nextLong(millis / 2 + 1));
    }

    private static boolean slept(Duration time) {
        try {
            Thread.sleep(time);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
