package dev.gatehouse.gateway.relay;

import dev.gatehouse.gateway.dialect.Asked;
import dev.gatehouse.gateway.dialect.Words;
import dev.gatehouse.gateway.ledger.Grounds;
import dev.gatehouse.gateway.plan.Endpoint;
import dev.gatehouse.gateway.plan.Plan;
import dev.gatehouse.model.access.UpstreamServer;

/** Opens streams without end, if there is room for one more. */
final class Streams {

    private static final String RETRY_SECONDS = "5";

    private final StreamSlots slots = new StreamSlots();
    private final AggregateStream aggregate;
    private final SingleStream single;
    private final Listening listening;

    Streams(AggregateStream aggregate, SingleStream single, Listening listening) {
        this.aggregate = aggregate;
        this.single = single;
        this.listening = listening;
    }

    void open(Request request, Asked asked, Plan.Fan plan) {
        int limit = request.caller().snapshot().gateway().limits().concurrentStreams();
        if (!slots.take(limit)) {
            request.refuse(
                    Grounds.LIMIT_STREAMS,
                    Words.of(Grounds.LIMIT_STREAMS).reply(asked.id()).with("Retry-After", RETRY_SECONDS));
            return;
        }
        request.reply().whenOver(slots::giveBack);
        switch (asked.dialect().era()) {
            case MODERN -> listening.open(request, asked, plan.servers());
            case LEGACY -> {
                switch (request.endpoint()) {
                    case Endpoint.Aggregate _ ->
                        aggregate.open(request, asked, plan.servers().keySet());
                    case Endpoint.Single(UpstreamServer server) -> single.open(request, asked, server);
                }
            }
        }
    }
}
