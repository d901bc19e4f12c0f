package dev.gatehouse.gateway.relay;

import dev.gatehouse.gateway.LogKeys;
import dev.gatehouse.gateway.dialect.Words;
import dev.gatehouse.gateway.ledger.Grounds;
import dev.gatehouse.gateway.mcp.RequestId;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Work that may wait, on a virtual thread; its outcome comes back to the lane of the request. */
final class Aside {

    private static final Logger LOG = LoggerFactory.getLogger(Aside.class);

    private final Executor virtualThreads;

    Aside(Executor virtualThreads) {
        this.virtualThreads = virtualThreads;
    }

    /** Runs {@code work} aside and then {@code andThen} on the request's own thread. A bug in the work denies. */
    <T> void run(Request request, @Nullable RequestId id, Supplier<T> work, Consumer<T> andThen) {
        virtualThreads.execute(() -> {
            T outcome;
            try {
                outcome = work.get();
            } catch (RuntimeException e) {
                LOG.atError()
                        .setCause(e)
                        .addKeyValue(LogKeys.METHOD, request.entry().method())
                        .log("A request failed inside the gateway and was refused");
                request.lane().thread().execute(() -> fail(request, id));
                return;
            }
            request.lane().thread().execute(() -> andThen.accept(outcome));
        });
    }

    private static void fail(Request request, @Nullable RequestId id) {
        request.refuse(Grounds.INTERNAL_ERROR, Words.of(Grounds.INTERNAL_ERROR).reply(id));
    }
}
