package dev.gatehouse.gateway.relay;

import dev.gatehouse.gateway.LogKeys;
import dev.gatehouse.gateway.dialect.Dialect;
import dev.gatehouse.gateway.ledger.Entry;
import dev.gatehouse.gateway.mcp.RequestId;
import dev.gatehouse.gateway.upstream.UpstreamFailure;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An upstream that was to be asked gave no answer: the log and the ledger get the cause, the caller a plain word. */
final class Unavailable {

    private static final Logger LOG = LoggerFactory.getLogger(Unavailable.class);

    private Unavailable() {}

    static void answer(Request request, Dialect dialect, @Nullable RequestId id, UpstreamFailure failure) {
        tell(request.entry(), failure);
        if (request.reply().isBegun()) {
            request.reply().breakOff();
        } else {
            request.reply().send(dialect.unavailable(id));
        }
    }

    /** The answer had begun already. */
    static void tell(Entry entry, UpstreamFailure failure) {
        LOG.atWarn()
                .addKeyValue(LogKeys.SERVER, entry.server())
                .addKeyValue(LogKeys.METHOD, entry.method())
                .addKeyValue(LogKeys.REASON, failure.cause().label())
                .addKeyValue(LogKeys.DETAIL, failure.sentence())
                .log("An upstream gave no usable answer");
        entry.ends(failure.cause());
    }
}
