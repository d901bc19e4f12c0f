package dev.gatehouse.gateway.door;

import dev.gatehouse.gateway.dialect.Asked;
import dev.gatehouse.gateway.dialect.Reply;
import dev.gatehouse.gateway.dialect.Words;
import dev.gatehouse.gateway.ledger.Grounds;
import dev.gatehouse.gateway.mcp.EraResolver;
import dev.gatehouse.gateway.mcp.HeaderFacts;
import dev.gatehouse.gateway.mcp.JsonRpcCode;
import dev.gatehouse.gateway.mcp.JsonRpcError;
import dev.gatehouse.gateway.mcp.Message;
import dev.gatehouse.gateway.mcp.Refusal;
import dev.gatehouse.gateway.mcp.Resolution;
import dev.gatehouse.gateway.mcp.Text;
import dev.gatehouse.gateway.mcp.Versions;
import dev.gatehouse.gateway.relay.PlanRunner;
import dev.gatehouse.gateway.relay.Request;
import dev.gatehouse.gateway.relay.Upload;
import dev.gatehouse.gateway.relay.Uploads;
import dev.gatehouse.gateway.session.SessionState;
import io.undertow.server.HttpServerExchange;
import org.jspecify.annotations.Nullable;

/** POST: takes in one message, strictly, resolves its era once, and hands on what it asks. */
final class PostIntake {

    private final Sessions sessions;
    private final Uploads uploads;
    private final PlanRunner runner;

    PostIntake(Sessions sessions, Uploads uploads, PlanRunner runner) {
        this.sessions = sessions;
        this.uploads = uploads;
        this.runner = runner;
    }

    void take(HttpServerExchange http, Request request) {
        long limit = request.caller().snapshot().gateway().limits().bodyBytes();
        if (!MediaTypes.isPlainJson(http.getRequestHeaders())) {
            refuse(request, Grounds.MEDIA_TYPE);
        } else if (http.getRequestContentLength() > limit) {
            refuse(request, Grounds.BODY_TOO_LARGE);
        } else {
            new Intake(request.lane(), http, limit, new Listener(http, request)).start();
        }
    }

    private final class Listener implements Intake.Listener {

        private final HttpServerExchange http;
        private final Request request;

        Listener(HttpServerExchange http, Request request) {
            this.http = http;
            this.request = request;
        }

        @Override
        public void whole(byte[] body, Message message) {
            resolve(http, request, body, message);
        }

        @Override
        public @Nullable Upload begin(String method, Text name, Runnable resume) {
            HeaderFacts headers = MirroredFacts.of(http.getRequestHeaders());
            if (headers == null || Versions.MODERN.equals(headers.protocolVersion())) {
                return null;
            }
            SessionState session = sessions.open(request, headers.sessionId());
            return session == null
                    ? null
                    : uploads.begin(request, method, name, session, http.getRequestContentLength(), resume);
        }

        @Override
        public void uploaded(Upload upload, Message message) {
            finish(http, request, upload, message);
        }

        @Override
        public void refused(Refusal refusal) {
            answer(request, refusal);
        }

        @Override
        public void broken(Grounds grounds) {
            refuse(request, grounds);
        }
    }

    private void resolve(HttpServerExchange http, Request request, byte[] body, Message message) {
        request.entry().asks(message.method(), TraceContext.traceId(http, message));
        HeaderFacts headers = MirroredFacts.of(http.getRequestHeaders());
        if (headers == null) {
            refuse(request, Grounds.HEADER_REPEATED);
            return;
        }
        SessionState session = sessions.open(request, headers.sessionId());
        if (headers.sessionId() != null && session == null) {
            request.refuse(
                    Grounds.SESSION_UNKNOWN, Words.of(Grounds.SESSION_UNKNOWN).reply(message.id()));
            return;
        }
        switch (EraResolver.resolve(headers, message, session == null ? null : session.protocolVersion())) {
            case Resolution.Legacy(var call) -> runner.run(request, Asked.legacy(call, session, body));
            case Resolution.Modern(var call) -> runner.run(request, Asked.modern(call, body));
            case Resolution.Refused(Refusal refusal) -> {
                String asked = headers.protocolVersion();
                if (refusal.code() == JsonRpcCode.UNSUPPORTED_VERSION && asked != null) {
                    runner.refuseVersion(request, refusal, asked.strip());
                } else {
                    answer(request, refusal);
                }
            }
        }
    }

    /** The whole message is there: it must be what its beginning promised. */
    private void finish(HttpServerExchange http, Request request, Upload upload, Message message) {
        request.entry().asks(message.method(), TraceContext.traceId(http, message));
        HeaderFacts found = MirroredFacts.of(http.getRequestHeaders());
        HeaderFacts headers = found == null ? HeaderFacts.NONE : found;
        SessionState session = sessions.open(request, headers.sessionId());
        switch (EraResolver.resolve(headers, message, session == null ? null : session.protocolVersion())) {
            case Resolution.Legacy _, Resolution.Modern _ -> upload.complete(message.id());
            case Resolution.Refused(Refusal refusal) -> {
                upload.abandon();
                answer(request, refusal);
            }
        }
    }

    private static void answer(Request request, Refusal refusal) {
        request.refuse(
                Grounds.of(refusal),
                Reply.json(refusal.status(), JsonRpcError.of(refusal).body()));
    }

    private static void refuse(Request request, Grounds grounds) {
        request.refuse(grounds, Words.of(grounds).reply(null));
    }
}
