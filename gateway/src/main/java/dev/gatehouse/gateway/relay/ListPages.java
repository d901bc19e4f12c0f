package dev.gatehouse.gateway.relay;

import dev.gatehouse.gateway.dialect.Asked;
import dev.gatehouse.gateway.dialect.Outgoing;
import dev.gatehouse.gateway.ledger.Grounds;
import dev.gatehouse.gateway.mcp.SplicedBody;
import dev.gatehouse.gateway.mcp.Text;
import dev.gatehouse.gateway.plan.Plan;
import dev.gatehouse.gateway.session.CursorSealer;
import dev.gatehouse.gateway.session.UpstreamSession;
import dev.gatehouse.gateway.upstream.CallHead;
import dev.gatehouse.gateway.upstream.session.UpstreamSessions;
import org.jspecify.annotations.Nullable;

/** Asks one server for one page of one of its lists, and passes on what of it the caller sees. */
final class ListPages {

    private final Calls calls;
    private final UpstreamSessions sessions;
    private final CursorSealer cursors;

    ListPages(Calls calls, UpstreamSessions sessions, CursorSealer cursors) {
        this.calls = calls;
        this.sessions = sessions;
        this.cursors = cursors;
    }

    void page(Request request, Asked asked, Plan.Page plan) {
        Text cursor = plan.cursor();
        String opened = cursor == null ? "" : opened(request, plan, cursor);
        if (opened == null) {
            request.refuse(
                    Grounds.INVALID_CURSOR,
                    asked.dialect().refusal(Grounds.INVALID_CURSOR, asked.operation(), asked.id(), ""));
            return;
        }
        CallHead head = head(asked, plan);
        if (head == null) {
            Calls.sessionGone(request, asked.id());
            return;
        }
        byte[] body =
                cursor == null ? asked.body() : SplicedBody.of(cursor, opened).apply(asked.body());
        var page = new PageRelay(request, asked, plan.kind(), plan.server(), cursors, opened);
        calls.send(request, asked.dialect(), plan.server(), head, body, asked.id(), page);
    }

    private @Nullable CallHead head(Asked asked, Plan.Page plan) {
        return switch (asked.dialect().era()) {
            case MODERN -> Outgoing.modern(asked, null);
            case LEGACY -> {
                UpstreamSession upstream =
                        sessions.find(asked.inSession(), plan.server().id());
                yield upstream == null ? null : Outgoing.legacy(upstream);
            }
        };
    }

    private @Nullable String opened(Request request, Plan.Page plan, Text cursor) {
        return cursors.open(
                request.caller().principal().key(),
                plan.server().id(),
                plan.kind().method().wireName(),
                cursor.value());
    }
}
