package dev.gatehouse.gateway.relay;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.gateway.catalogue.Attention;
import dev.gatehouse.gateway.dialect.Asked;
import dev.gatehouse.gateway.dialect.ListenRequest;
import dev.gatehouse.gateway.dialect.Outgoing;
import dev.gatehouse.gateway.ledger.Ending;
import dev.gatehouse.gateway.mcp.Era;
import dev.gatehouse.gateway.mcp.Message;
import dev.gatehouse.gateway.plan.Endpoint;
import dev.gatehouse.gateway.upstream.lane.RequestBody;
import dev.gatehouse.gateway.upstream.lane.UpstreamTargets;
import dev.gatehouse.model.access.UpstreamServer;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;

/**
 * {@code subscriptions/listen}: the acknowledgement says what of the filter was granted, and every upstream is asked only
 * for its part. On the aggregate, the lists are listened to for all callers together.
 */
final class Listening {

    private final UpstreamTargets targets;
    private final EventFilter filter;
    private final Attention attention;
    private final ObjectMapper json = new ObjectMapper();

    Listening(UpstreamTargets targets, EventFilter filter, Attention attention) {
        this.targets = targets;
        this.filter = filter;
        this.attention = attention;
    }

    void open(Request request, Asked asked, Map<UpstreamServer, List<String>> servers) {
        var listen = ListenRequest.of(asked, json);
        List<String> granted =
                servers.values().stream().flatMap(List::stream).sorted().toList();
        var fan = EventFan.open(request, listen);
        fan.send(listen.acknowledgement(granted));
        switch (request.endpoint()) {
            case Endpoint.Single _ ->
                servers.forEach((server, uris) -> {
                    if (listen.asksAnything(uris)) {
                        leg(fan, asked, server, listen.bodyFor(uris)).connect();
                    }
                });
            case Endpoint.Aggregate _ -> {
                AggregateEar.join(fan, Era.MODERN, attention);
                servers.forEach((server, uris) ->
                        leg(fan, asked, server, listen.bodyForOnly(uris)).connect());
            }
        }
        if (!listen.asksAnything(granted)) {
            fan.end(Ending.CLOSED);
        }
    }

    private StandingLeg leg(EventFan fan, Asked asked, UpstreamServer server, byte[] body) {
        return new StandingLeg(
                fan,
                server,
                targets,
                () -> new StandingLeg.Dial(Outgoing.modern(asked, null), RequestBody.of(ByteBuffer.wrap(body))),
                event -> !isAcknowledgement(event) && filter.passes(event, server, fan.credential()));
    }

    /** The gateway has acknowledged and will end the subscription itself. */
    private static boolean isAcknowledgement(Message event) {
        return event.method().equals("notifications/subscriptions/acknowledged");
    }
}
