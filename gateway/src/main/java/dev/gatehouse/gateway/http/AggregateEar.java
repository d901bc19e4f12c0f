package dev.gatehouse.gateway.http;

import dev.gatehouse.gateway.access.AccessSnapshot;
import dev.gatehouse.gateway.access.Credential;
import dev.gatehouse.gateway.catalogue.Attendance;
import dev.gatehouse.gateway.catalogue.Attention;
import dev.gatehouse.gateway.mcp.Era;
import dev.gatehouse.gateway.mcp.ListKind;
import dev.gatehouse.model.access.UpstreamServer;
import java.util.Set;

/**
 * What a caller's open stream on the aggregate hears of changed lists: not from streams of its own towards each server, but
 * from the catalogues, which listen once for all. Confined to the stream's lane.
 */
final class AggregateEar implements OpenExchange {

    private final EventFan fan;
    private final Era era;
    private final Attendance attendance;

    private AggregateEar(EventFan fan, Era era, Attendance attendance) {
        this.fan = fan;
        this.era = era;
        this.attendance = attendance;
    }

    /** Hears for the stream until it ends. */
    static void join(EventFan fan, Era era, Attention attention) {
        McpExchange exchange = fan.exchange();
        var ear =
                new AggregateEar(fan, era, attention.attend(exchange.snapshot().servers(), exchange.grants()));
        fan.lane().open().add(ear);
        fan.whenOver(ear::leave);
    }

    @Override
    public void judge(AccessSnapshot after) {
        Credential current = after.current(fan.exchange().credential());
        if (current != null && !fan.isOver()) {
            attendance.renew(after.servers(), current.principal().grants());
        }
    }

    @Override
    public void listsChanged(UpstreamServer server, Era changed, Set<ListKind> kinds) {
        Set<ListKind> concerned = changed == era ? attendance.concerned(server, kinds) : Set.of();
        if (!concerned.isEmpty()) {
            fan.listsChanged(concerned);
        }
    }

    @Override
    public void endStream() {} // the stream ends itself

    private void leave() {
        fan.lane().open().remove(this);
        attendance.close();
    }
}
