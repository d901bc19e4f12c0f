package dev.gatehouse.gateway.relay;

import dev.gatehouse.gateway.catalogue.ListActions;
import dev.gatehouse.gateway.dialect.Asked;
import dev.gatehouse.gateway.dialect.Reply;
import dev.gatehouse.gateway.ledger.Grounds;
import dev.gatehouse.gateway.mcp.Era;
import dev.gatehouse.gateway.mcp.ListFilter;
import dev.gatehouse.gateway.mcp.ListKind;
import dev.gatehouse.gateway.mcp.ListPage;
import dev.gatehouse.gateway.mcp.RequestId;
import dev.gatehouse.gateway.session.CursorSealer;
import dev.gatehouse.gateway.upstream.AnswerHead;
import dev.gatehouse.gateway.upstream.FailureCause;
import dev.gatehouse.gateway.upstream.UpstreamFailure;
import dev.gatehouse.gateway.upstream.lane.LaneAnswer;
import dev.gatehouse.model.access.UpstreamServer;
import org.jspecify.annotations.Nullable;

/** One page of one server's list: taken whole, filtered by the one decision, its cursor bound to the caller. */
final class PageRelay implements AnswerRelay {

    private static final int NOT_FOUND = 404;

    private final Request request;
    private final Asked asked;
    private final ListKind kind;
    private final UpstreamServer server;
    private final CursorSealer cursors;
    private final String cursor;

    /** @param cursor the upstream's cursor that the page is asked for by; empty for the first page */
    PageRelay(Request request, Asked asked, ListKind kind, UpstreamServer server, CursorSealer cursors, String cursor) {
        this.request = request;
        this.asked = asked;
        this.kind = kind;
        this.server = server;
        this.cursors = cursors;
        this.cursor = cursor;
    }

    @Override
    public void relay(RelayedCall call, LaneAnswer answer) {
        int status = answer.status();
        var collected = new CollectedAnswer(
                bytes -> filter(call, status, bytes),
                () -> {
                    answer.abort();
                    call.unavailable(UpstreamFailure.of(FailureCause.TOO_LARGE));
                },
                call::unavailable);
        RequestId id = call.id();
        answer.read(
                answer.mediaType().equals(AnswerHead.EVENT_STREAM) && id != null
                        ? new ResponseEvent(call.lane().events(), id, answer, collected)
                        : collected);
    }

    @Override
    public Reply hidden(@Nullable RequestId id) {
        return asked.dialect().refusal(Grounds.RIGHT_REVOKED, asked.operation(), id, "");
    }

    @Override
    public boolean isSessionGone(LaneAnswer answer) {
        return asked.dialect().era() == Era.LEGACY && answer.status() == NOT_FOUND;
    }

    @Override
    public void sessionGone() {
        Calls.sessionGone(request, asked.id());
    }

    private void filter(RelayedCall call, int status, byte[] answer) {
        RequestId id = call.id();
        switch (ListPage.read(kind, answer, CollectedAnswer.LIMITS)) {
            case ListPage.Reading.Page(ListPage page)
            when page.id().equals(id) -> request.answer(Reply.json(200, filter().answer(page, page.id())));
            case ListPage.Reading.Failed failed
            when failed.id().equals(id) -> request.answer(Reply.json(status, answer));
            case ListPage.Reading.Page _, ListPage.Reading.Failed _ ->
                call.unavailable(UpstreamFailure.of(FailureCause.WRONG_ID));
            case ListPage.Reading.Unreadable(String why) ->
                call.unavailable(UpstreamFailure.of(FailureCause.BAD_LIST, why));
        }
    }

    private ListFilter filter() {
        return ListFilter.of(key -> request.caller().may(ListActions.of(kind, server.id(), key)))
                .withCursor(this::sealed)
                .of(cursor);
    }

    private String sealed(String upstreamCursor) {
        String sealed = cursors.seal(
                request.caller().principal().key(), server.id(), kind.method().wireName(), upstreamCursor);
        return sealed == null ? "" : sealed;
    }
}
