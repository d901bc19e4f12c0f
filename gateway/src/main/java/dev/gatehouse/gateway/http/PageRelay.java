package dev.gatehouse.gateway.http;

import dev.gatehouse.gateway.audit.AuditEvent.Verdict;
import dev.gatehouse.gateway.catalogue.ListActions;
import dev.gatehouse.gateway.mcp.Era;
import dev.gatehouse.gateway.mcp.ListFilter;
import dev.gatehouse.gateway.mcp.ListKind;
import dev.gatehouse.gateway.mcp.ListPage;
import dev.gatehouse.gateway.mcp.RequestId;
import dev.gatehouse.gateway.session.CursorSealer;
import dev.gatehouse.gateway.upstream.lane.Answer;
import dev.gatehouse.model.access.Decider;
import dev.gatehouse.model.access.UpstreamServer;
import io.undertow.util.StatusCodes;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** One page of one server's list: taken whole, filtered by the one decision, its cursor bound to the caller. */
final class PageRelay implements ForwardedCall.Relaying {

    private final McpExchange exchange;
    private final ListKind kind;
    private final UpstreamServer server;
    private final CursorSealer cursors;
    private final Era era;
    private final String asked;

    /** @param asked the upstream's cursor that the page is asked for by; empty for the first page */
    PageRelay(McpExchange exchange, ListKind kind, UpstreamServer server, CursorSealer cursors, Era era, String asked) {
        this.exchange = exchange;
        this.kind = kind;
        this.server = server;
        this.cursors = cursors;
        this.era = era;
        this.asked = asked;
    }

    @Override
    public Verdict verdict() {
        return Verdict.FILTERED;
    }

    @Override
    public void relay(ForwardedCall call, Answer answer) {
        int status = answer.status();
        var collected = new CollectedAnswer(
                bytes -> filter(call, status, bytes),
                () -> {
                    answer.abort();
                    call.unavailable("list too large");
                },
                failure -> call.unavailable(failure.name()));
        RequestId id = call.id();
        answer.read(
                answer.mediaType().equals(Replies.EVENT_STREAM) && id != null
                        ? new ResponseEvent(call.lane().events(), id, answer, collected)
                        : collected);
    }

    @Override
    public boolean isSessionGone(Answer answer) {
        return era == Era.LEGACY && answer.status() == StatusCodes.NOT_FOUND;
    }

    @Override
    public void sessionGone() {
        exchange.audit(Verdict.ALLOWED, "upstream session gone");
        Replies.empty(exchange.http(), StatusCodes.NOT_FOUND);
    }

    private void filter(ForwardedCall call, int status, byte[] answer) {
        RequestId id = call.id();
        switch (ListPage.read(kind, answer, CollectedAnswer.LIMITS)) {
            case ListPage.Reading.Page(ListPage page)
            when page.id().equals(id) ->
                Replies.json(call.http(), StatusCodes.OK, ByteBuffer.wrap(filter().answer(page, page.id())));
            case ListPage.Reading.Page _ -> call.unavailable("answered another request");
            case ListPage.Reading.Failed failed
            when failed.id().equals(id) -> Replies.json(call.http(), status, ByteBuffer.wrap(answer));
            case ListPage.Reading.Failed _ -> call.unavailable("answered another request");
            case ListPage.Reading.Unreadable(String why) -> call.unavailable("list unreadable: " + why);
        }
    }

    private ListFilter filter() {
        return ListFilter.of(key -> Decider.decide(exchange.grants(), ListActions.of(kind, server.id(), key))
                        .isAllowed())
                .withCursor(this::sealed)
                .of(asked);
    }

    private String sealed(String upstreamCursor) {
        @Nullable
        String sealed = cursors.seal(
                exchange.credential().principal().key(),
                server.id(),
                kind.method().wireName(),
                upstreamCursor);
        return sealed == null ? "" : sealed;
    }
}
