package dev.gatehouse.gateway.plan;

import dev.gatehouse.gateway.dialect.Asked;
import dev.gatehouse.gateway.dialect.Outgoing;
import dev.gatehouse.gateway.dialect.Reply;
import dev.gatehouse.gateway.ledger.Judgement;
import dev.gatehouse.gateway.session.UpstreamSession;
import dev.gatehouse.gateway.upstream.CallHead;
import dev.gatehouse.gateway.upstream.UpstreamFailure;
import dev.gatehouse.model.access.UpstreamServer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Writes down what a plan says, what an upstream would get of it, and what the caller would hear. */
final class PlanText {

    private final StringBuilder out = new StringBuilder();
    private final Asked asked;

    PlanText(Asked asked) {
        this.asked = asked;
    }

    String of(Plan plan) {
        line("plan", plan.getClass().getSimpleName());
        judgement(plan.judgement());
        switch (plan) {
            case Plan.Relay(Target target, var _) -> relay(target);
            case Plan.Pass(UpstreamServer server) -> line("to", server.key());
            case Plan.Page(UpstreamServer server, var kind, var cursor) -> {
                line("to", server.key());
                line("list", kind.toString());
                line("cursor", cursor == null ? "none" : cursor.value());
            }
            case Plan.FromCatalogue(var kind) -> line("list", kind.toString());
            case Plan.Describe _, Plan.Begin _, Plan.End _ -> {}
            case Plan.Fan(Map<UpstreamServer, List<String>> servers) ->
                servers.forEach((server, uris) -> line("from", server.key() + " " + uris));
            case Plan.Tell(List<UpstreamServer> servers) -> {
                servers.forEach(server -> line("to", server.key()));
                reply(asked.dialect().acknowledgement(asked.message()));
            }
            case Plan.Acknowledge _ -> reply(asked.dialect().acknowledgement(asked.message()));
            case Plan.Refuse(Judgement judgement, var concerning, String name) -> {
                concerning(concerning);
                reply(asked.dialect().refusal(judgement.grounds(), asked.operation(), asked.id(), name));
            }
            case Plan.OtherEra(List<String> versions) -> reply(asked.dialect().otherEra(asked.id(), versions));
            case Plan.Unreachable(var _, UpstreamServer server, UpstreamFailure failure) -> {
                line("server", server.key());
                line("cause", failure.cause().label());
                reply(asked.dialect().unavailable(asked.id()));
            }
            case Plan.Learn(Unknown unknown) -> line("unknown", unknown(unknown));
        }
        return out.toString();
    }

    private static String unknown(Unknown unknown) {
        return switch (unknown) {
            case Unknown.ErasOf(UpstreamServer server) -> "eras of " + server.key();
            case Unknown.Versions _ -> "versions of the aggregate";
            case Unknown.OwnerOf(String uri, boolean template) -> "owner of " + (template ? "template " : "") + uri;
        };
    }

    private void judgement(@Nullable Judgement judgement) {
        if (judgement != null) {
            line("verdict", judgement.verdict().label());
            line("grounds", judgement.grounds().label());
            if (judgement.rule() != null) {
                line("rule", judgement.rule().label());
            }
        }
    }

    private void concerning(@Nullable Target target) {
        if (target != null) {
            line("concerning", target.server().key() + " " + target.ownName());
        }
    }

    private void relay(Target target) {
        line("to", target.server().key());
        line("name", target.ownName());
        CallHead head = switch (asked.dialect().era()) {
            case LEGACY -> {
                UpstreamSession upstream =
                        asked.inSession().upstreamSessions().get(target.server().id());
                yield Outgoing.legacy(Objects.requireNonNull(upstream));
            }
            case MODERN -> Outgoing.modern(asked, target);
        };
        out.append("\nupstream gets\n");
        head.forEach((header, value) -> line(header.text(), value));
        new TreeMap<>(head.params()).forEach(this::line);
        byte[] body = new Outgoing().body(asked, target).apply(asked.body());
        out.append('\n').append(new String(body, StandardCharsets.UTF_8)).append('\n');
    }

    private void reply(Reply reply) {
        out.append("\ncaller gets\n");
        line("status", Integer.toString(reply.status()));
        new TreeMap<>(reply.headers()).forEach(this::line);
        if (!reply.json().isEmpty()) {
            out.append('\n');
            reply.json().forEach(part -> out.append(StandardCharsets.UTF_8.decode(part.duplicate())));
            out.append('\n');
        }
    }

    private void line(String name, String value) {
        out.append(name).append(": ").append(value).append('\n');
    }
}
