package dev.gatehouse.gateway.http;

import dev.gatehouse.gateway.LogKeys;
import dev.gatehouse.gateway.ledger.Grounds;
import dev.gatehouse.gateway.mcp.JsonRpcCode;
import dev.gatehouse.gateway.mcp.JsonRpcError;
import dev.gatehouse.gateway.mcp.RequestId;
import java.nio.ByteBuffer;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Work that may wait, on a virtual thread; its outcome comes back to the I/O thread of the request. */
final class RareWork {

    private static final Logger LOG = LoggerFactory.getLogger(RareWork.class);

    private final Executor virtualThreads;

    RareWork(Executor virtualThreads) {
        this.virtualThreads = virtualThreads;
    }

    /** Runs {@code work} aside and then {@code andThen} on the request's own thread. A bug in the work denies. */
    <T> void run(McpExchange exchange, @Nullable RequestId id, Supplier<T> work, Consumer<T> andThen) {
        virtualThreads.execute(() -> {
            T outcome;
            try {
                outcome = work.get();
            } catch (RuntimeException e) {
                LOG.atError()
                        .setCause(e)
                        .addKeyValue(LogKeys.METHOD, exchange.entry().method())
                        .log("A request failed inside the gateway and was refused");
                exchange.http().getIoThread().execute(() -> fail(exchange, id));
                return;
            }
            exchange.http().getIoThread().execute(() -> andThen.accept(outcome));
        });
    }

    private static void fail(McpExchange exchange, @Nullable RequestId id) {
        exchange.refused(Grounds.INTERNAL_ERROR);
        var error = JsonRpcError.of(id, JsonRpcCode.INTERNAL_ERROR, "Internal error");
        Replies.json(exchange.http(), 200, ByteBuffer.wrap(error.body()));
    }
}
