package dev.gatehouse.gateway.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.gateway.LogKeys;
import dev.gatehouse.gateway.access.AccessSnapshot;
import dev.gatehouse.gateway.access.AccessStore;
import dev.gatehouse.gateway.catalogue.Catalogues;
import dev.gatehouse.gateway.catalogue.Offers;
import dev.gatehouse.gateway.ledger.Grounds;
import dev.gatehouse.gateway.ledger.Judgement;
import dev.gatehouse.gateway.mcp.JsonRpcCode;
import dev.gatehouse.gateway.mcp.ListKind;
import dev.gatehouse.gateway.mcp.MirroredArguments;
import dev.gatehouse.gateway.mcp.Text;
import dev.gatehouse.gateway.plan.Operation;
import dev.gatehouse.gateway.plan.Plan;
import dev.gatehouse.gateway.plan.Planner;
import dev.gatehouse.gateway.plan.Standing;
import dev.gatehouse.gateway.plan.Target;
import dev.gatehouse.gateway.upstream.FailureCause;
import dev.gatehouse.gateway.upstream.UpstreamAnswer;
import dev.gatehouse.gateway.upstream.UpstreamFailure;
import dev.gatehouse.gateway.upstream.session.TargetedCalls;
import dev.gatehouse.gateway.upstream.session.TargetedCalls.Call;
import dev.gatehouse.model.access.UpstreamServer;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Uses a tool, a prompt or a resource for a user: the same decision as on MCP, the server's own result. Nothing of the
 * request but the arguments or the URI goes to the server.
 */
final class Invocations {

    private static final Logger LOG = LoggerFactory.getLogger(Invocations.class);
    private static final String ARGUMENTS = "arguments";

    /** What a server's error says about the request rather than about the server. */
    private static final Set<Integer> ABOUT_THE_REQUEST =
            Set.of(JsonRpcCode.INVALID_PARAMS, JsonRpcCode.RESOURCE_NOT_FOUND, JsonRpcCode.INVALID_REQUEST);

    private final AccessStore store;
    private final Catalogues catalogues;
    private final TargetedCalls calls;
    private final Clock clock;

    Invocations(AccessStore store, Catalogues catalogues, TargetedCalls calls, Clock clock) {
        this.store = store;
        this.catalogues = catalogues;
        this.calls = calls;
        this.clock = clock;
    }

    /** What an invocation asks for in MCP's words, and what its result must hold. */
    private record Wanted(Operation.Targeted operation, Calling calling, String resultMember) {}

    private interface Calling {
        Call to(Target target);
    }

    RouteAnswer invokeTool(ApiRequest request) {
        ObjectNode arguments = arguments(request.body());
        if (arguments == null) {
            return RouteAnswer.refused(ProblemKind.MALFORMED_BODY, Grounds.MALFORMED_BODY);
        }
        Calling calling = target -> new Call(
                "tools/call",
                target.ownName(),
                params("name", target.ownName()).set(ARGUMENTS, arguments),
                paramHeaders(target.server(), target.ownName(), arguments));
        var operation = new Operation.CallTool(text(request.parameter("name")));
        return planned(request, new Wanted(operation, calling, "content"));
    }

    RouteAnswer renderPrompt(ApiRequest request) {
        ObjectNode arguments = arguments(request.body());
        if (arguments == null || !areTexts(arguments)) {
            return RouteAnswer.refused(ProblemKind.MALFORMED_BODY, Grounds.MALFORMED_BODY);
        }
        Calling calling = target -> new Call(
                "prompts/get",
                target.ownName(),
                params("name", target.ownName()).set(ARGUMENTS, arguments),
                Map.of());
        var operation = new Operation.GetPrompt(text(request.parameter("name")));
        return planned(request, new Wanted(operation, calling, "messages"));
    }

    RouteAnswer readResource(ApiRequest request) {
        JsonNode asked = request.body().path("uri");
        if (request.body().size() != 1
                || !asked.isTextual()
                || asked.textValue().isEmpty()) {
            return RouteAnswer.refused(ProblemKind.MALFORMED_BODY, Grounds.MALFORMED_BODY);
        }
        Calling calling =
                target -> new Call("resources/read", target.ownName(), params("uri", target.ownName()), Map.of());
        var operation = new Operation.ReadResource(text(asked.textValue()));
        return planned(request, new Wanted(operation, calling, "contents"));
    }

    /** A name that stands in no message. */
    private static Text text(String value) {
        return new Text(value, 0, 0);
    }

    private RouteAnswer planned(ApiRequest request, Wanted wanted) {
        return switch (Planner.ofUser(request.asker(), wanted.operation(), new OfferedOwners(catalogues))) {
            case Plan.Relay(Target target, Judgement judgement) ->
                called(request, wanted, target, judgement).about(target.server().key(), target.ownName());
            case Plan.Refuse(Judgement judgement, Target target, String asked) ->
                RouteAnswer.refused(ProblemKind.NOT_FOUND, judgement)
                        .about(
                                target == null ? null : target.server().key(),
                                target == null ? asked : target.ownName());
            case Plan other -> throw new IllegalStateException("no plan of a user's invocation: " + other);
        };
    }

    /** What was withdrawn while the server answered is withheld. */
    private RouteAnswer called(ApiRequest request, Wanted wanted, Target target, Judgement judgement) {
        UpstreamAnswer answer =
                calls.ask(target.server(), request.caller(), wanted.calling().to(target));
        AccessSnapshot now = store.current();
        Standing standing = Standing.ofCall(request.credential(), target.action());
        return switch (now == null ? Standing.State.TOKEN_GONE : standing.in(now, clock.instant())) {
            case TOKEN_GONE -> RouteAnswer.refused(ProblemKind.UNAUTHENTICATED, Grounds.TOKEN_REVOKED);
            case RIGHT_GONE -> RouteAnswer.refused(ProblemKind.NOT_FOUND, Grounds.RIGHT_REVOKED);
            case STANDS -> answer(answer, wanted, target, judgement);
        };
    }

    private static RouteAnswer answer(UpstreamAnswer answer, Wanted wanted, Target target, Judgement judgement) {
        return switch (answer) {
            case UpstreamAnswer.Answered(ObjectNode result) ->
                result.path(wanted.resultMember()).isArray()
                        ? RouteAnswer.allowed(result, judgement)
                        : failed(target, judgement, UpstreamFailure.of(FailureCause.BAD_RESULT));
            case UpstreamFailure.RpcError error -> erred(judgement, error);
            case UpstreamFailure failure -> failed(target, judgement, failure);
        };
    }

    private static RouteAnswer failed(Target target, Judgement judgement, UpstreamFailure failure) {
        LOG.atWarn()
                .addKeyValue(LogKeys.SERVER, target.server().key())
                .addKeyValue(LogKeys.REASON, failure.cause().label())
                .addKeyValue(LogKeys.DETAIL, failure.sentence())
                .log("An upstream gave no usable answer");
        boolean late = failure.cause() == FailureCause.TIMEOUT;
        return RouteAnswer.failed(
                late ? ProblemKind.SERVER_TOO_SLOW : ProblemKind.SERVER_FAILED, judgement, failure.cause());
    }

    /** The server's own words, which it would tell every caller on MCP. */
    private static RouteAnswer erred(Judgement judgement, UpstreamFailure.RpcError error) {
        ProblemKind problem =
                ABOUT_THE_REQUEST.contains(error.code()) ? ProblemKind.REFUSED_BY_SERVER : ProblemKind.SERVER_FAILED;
        ObjectNode document = problem.document();
        document.putObject("serverError").put("code", error.code()).put("message", error.message());
        return RouteAnswer.failed(problem, document, judgement, error.cause());
    }

    /** Those of a tool that the catalogue knows: a modern server refuses a call without them. */
    private Map<String, String> paramHeaders(UpstreamServer server, String tool, ObjectNode arguments) {
        return Offers.known(catalogues, List.of(server)).catalogues().stream()
                .map(catalogue -> catalogue.listing(ListKind.TOOLS))
                .filter(listing -> listing != null)
                .flatMap(listing -> listing.items().stream())
                .filter(item -> item.identity().equals(tool))
                .findFirst()
                .map(item -> ItemJson.definition(item).get("inputSchema"))
                .map(schema -> MirroredArguments.headers(schema, arguments))
                .orElse(Map.of());
    }

    /** Null: the body is not an object with arguments and nothing else. */
    private static @Nullable ObjectNode arguments(ObjectNode body) {
        if (body.isEmpty()) {
            return body;
        }
        return body.size() == 1 && body.get(ARGUMENTS) instanceof ObjectNode arguments ? arguments : null;
    }

    private static boolean areTexts(ObjectNode arguments) {
        return arguments.properties().stream()
                .allMatch(argument -> argument.getValue().isTextual());
    }

    private static ObjectNode params(String member, String value) {
        return JsonNodeFactory.instance.objectNode().put(member, value);
    }
}
