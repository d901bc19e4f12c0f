package dev.gatehouse.gateway.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.gateway.audit.AuditEvent.Verdict;
import dev.gatehouse.gateway.catalogue.Attention;
import dev.gatehouse.gateway.mcp.Era;
import dev.gatehouse.gateway.mcp.ListKind;
import dev.gatehouse.gateway.mcp.ListenFilter;
import dev.gatehouse.gateway.mcp.ModernCall;
import dev.gatehouse.gateway.mcp.RequestId;
import dev.gatehouse.gateway.mcp.Text;
import dev.gatehouse.model.access.UpstreamServer;
import io.undertow.util.Headers;
import io.undertow.util.StatusCodes;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * {@code subscriptions/listen}: each URI of the filter is decided on its own, the acknowledgement says what is left, and
 * every upstream is asked only for its part. On the aggregate, the lists are listened to for all callers together.
 */
final class Listening {

    private final IoLanes lanes;
    private final ListenPlans plans;
    private final ListenLegs legs;
    private final RareWork rare;
    private final StreamSlots slots;
    private final Attention attention;
    private final ObjectMapper json;
    private final Clock clock;

    Listening(
            IoLanes lanes,
            ListenPlans plans,
            ListenLegs legs,
            RareWork rare,
            StreamSlots slots,
            Attention attention,
            ObjectMapper json,
            Clock clock) {
        this.lanes = lanes;
        this.plans = plans;
        this.legs = legs;
        this.rare = rare;
        this.slots = slots;
        this.attention = attention;
        this.json = json;
        this.clock = clock;
    }

    void open(McpExchange exchange, ModernCall call, byte[] body) {
        RequestId id = call.message().id();
        ListenFilter asked = call.message().params().notifications();
        if (id == null || asked == null) {
            throw new IllegalStateException("the era's rules let no such listen pass");
        }
        var http = exchange.http();
        if (!slots.take(exchange.snapshot().gateway().limits().concurrentStreams())) {
            exchange.audit(Verdict.DENIED, "too many streams");
            http.getResponseHeaders().put(Headers.RETRY_AFTER, "5");
            http.setStatusCode(StatusCodes.SERVICE_UNAVAILABLE).endExchange();
            return;
        }
        http.addExchangeCompleteListener((ended, next) -> {
            slots.giveBack();
            next.proceed();
        });
        List<String> uris =
                asked.resourceSubscriptions().stream().map(Text::value).toList();
        rare.run(
                exchange,
                id,
                () -> plans.plan(exchange, uris),
                plan -> begin(exchange, call, new ListenRequest(json, id, asked, body), plan));
    }

    private void begin(
            McpExchange exchange, ModernCall call, ListenRequest request, Map<UpstreamServer, List<String>> plan) {
        List<String> granted =
                plan.values().stream().flatMap(List::stream).sorted().toList();
        var fan = EventFan.open(
                lanes.of(exchange.http()), exchange, Standing.ofView(exchange, clock), new ModernFarewell(request));
        fan.send(ByteBuffer.wrap(ListenRequest.utf8(request.acknowledgement(granted))));
        switch (exchange.endpoint()) {
            case Endpoint.Single _ ->
                plan.forEach((server, uris) -> {
                    if (request.asksAnything(uris)) {
                        legs.add(fan, server, call, request.bodyFor(uris));
                    }
                });
            case Endpoint.Aggregate _ -> {
                AggregateEar.join(fan, Era.MODERN, attention);
                plan.forEach((server, uris) -> legs.add(fan, server, call, request.bodyForOnly(uris)));
            }
        }
        if (!request.asksAnything(granted)) {
            fan.end();
        }
    }

    private record ModernFarewell(ListenRequest request) implements EventFan.Farewell {

        @Override
        public ByteBuffer lastWords() {
            return ByteBuffer.wrap(ListenRequest.utf8(request.completion()));
        }

        @Override
        public ByteBuffer listsChanged(Set<ListKind> kinds) {
            return ByteBuffer.wrap(ListenRequest.utf8(request.listsChanged(kinds)));
        }
    }
}
