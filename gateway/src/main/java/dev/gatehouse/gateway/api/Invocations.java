package dev.gatehouse.gateway.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.gateway.LogKeys;
import dev.gatehouse.gateway.access.AccessStore;
import dev.gatehouse.gateway.audit.AuditEvent;
import dev.gatehouse.gateway.catalogue.Catalogues;
import dev.gatehouse.gateway.catalogue.Offers;
import dev.gatehouse.gateway.catalogue.Ownership;
import dev.gatehouse.gateway.mcp.JsonRpcCode;
import dev.gatehouse.gateway.mcp.ListKind;
import dev.gatehouse.gateway.mcp.MirroredArguments;
import dev.gatehouse.gateway.upstream.UpstreamAnswer;
import dev.gatehouse.gateway.upstream.UpstreamFailure;
import dev.gatehouse.gateway.upstream.session.TargetedCalls;
import dev.gatehouse.gateway.upstream.session.TargetedCalls.Call;
import dev.gatehouse.model.access.Action;
import dev.gatehouse.model.access.Decider;
import dev.gatehouse.model.access.Decision;
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

    private final Catalogues catalogues;
    private final TargetedCalls calls;
    private final Standing standing;

    Invocations(AccessStore store, Catalogues catalogues, TargetedCalls calls, Clock clock) {
        this.catalogues = catalogues;
        this.calls = calls;
        this.standing = new Standing(store, clock);
    }

    /** One thing of one server, and what its result must hold. */
    private record Target(UpstreamServer server, String own, Action action, String resultMember) {}

    Answer invokeTool(ApiRequest request) {
        ObjectNode arguments = arguments(request.body());
        if (arguments == null) {
            return Answer.refused(Problem.MALFORMED_BODY, "body");
        }
        String name = request.parameter("name");
        AggregateName named = AggregateName.listable(request.snapshot(), ListKind.TOOLS, name);
        if (named == null) {
            return Answer.refused(Problem.NOT_FOUND, "unknown server").about(null, name);
        }
        UpstreamServer server = named.server();
        var target = new Target(server, named.own(), new Action.Tool(server.id(), named.own()), "content");
        ObjectNode params = params("name", named.own()).set(ARGUMENTS, arguments);
        return decided(
                request,
                target,
                () -> new Call("tools/call", named.own(), params, paramHeaders(server, named.own(), arguments)));
    }

    Answer renderPrompt(ApiRequest request) {
        ObjectNode arguments = arguments(request.body());
        if (arguments == null || !areTexts(arguments)) {
            return Answer.refused(Problem.MALFORMED_BODY, "body");
        }
        String name = request.parameter("name");
        AggregateName named = AggregateName.listable(request.snapshot(), ListKind.PROMPTS, name);
        if (named == null) {
            return Answer.refused(Problem.NOT_FOUND, "unknown server").about(null, name);
        }
        UpstreamServer server = named.server();
        var target = new Target(server, named.own(), new Action.Prompt(server.id(), named.own()), "messages");
        ObjectNode params = params("name", named.own()).set(ARGUMENTS, arguments);
        return decided(request, target, () -> new Call("prompts/get", named.own(), params, Map.of()));
    }

    Answer readResource(ApiRequest request) {
        JsonNode asked = request.body().path("uri");
        if (request.body().size() != 1
                || !asked.isTextual()
                || asked.textValue().isEmpty()) {
            return Answer.refused(Problem.MALFORMED_BODY, "body");
        }
        String uri = asked.textValue();
        Offers offers = Offers.visible(catalogues, request.snapshot().servers(), request.grants());
        return switch (offers.owner(uri, request.grants())) {
            case Ownership.Owned(UpstreamServer server) ->
                decided(
                        request,
                        new Target(server, uri, new Action.Resource(server.id(), uri), "contents"),
                        () -> new Call("resources/read", uri, params("uri", uri), Map.of()));
            case Ownership.Unowned _, Ownership.Ambiguous _ ->
                Answer.refused(Problem.NOT_FOUND, "no owner").about(null, uri);
        };
    }

    private interface Calling {
        Call call();
    }

    private Answer decided(ApiRequest request, Target target, Calling calling) {
        Decision decision = Decider.decide(request.grants(), target.action());
        String grounds = AuditEvent.grounds(decision);
        Answer answer = decision.isAllowed()
                ? called(request, target, calling.call(), grounds)
                : Answer.refused(Problem.NOT_FOUND, grounds);
        return answer.about(target.server().key(), target.own());
    }

    private Answer called(ApiRequest request, Target target, Call call, String grounds) {
        UpstreamAnswer answer = calls.ask(target.server(), request.caller(), call);
        if (!standing.isKnown(request.credential())) {
            return Answer.refused(Problem.UNAUTHENTICATED, "token revoked");
        }
        if (!standing.isAllowed(request.credential(), target.action())) {
            return Answer.refused(Problem.NOT_FOUND, "right revoked");
        }
        return switch (answer) {
            case UpstreamAnswer.Answered(ObjectNode result) ->
                result.path(target.resultMember()).isArray()
                        ? Answer.allowed(result, grounds)
                        : failed(target, Problem.SERVER_FAILED, "the result is not what MCP has it to be");
            case UpstreamFailure.TimedOut late -> failed(target, Problem.SERVER_TOO_SLOW, late.reason());
            case UpstreamFailure.RpcError error -> erred(error);
            case UpstreamFailure.Unreachable _,
                    UpstreamFailure.Unusable _,
                    UpstreamFailure.SessionGone _,
                    UpstreamFailure.CredentialsRefused _ ->
                failed(target, Problem.SERVER_FAILED, ((UpstreamFailure) answer).reason());
        };
    }

    private static Answer failed(Target target, Problem problem, String reason) {
        LOG.atWarn()
                .addKeyValue(LogKeys.SERVER, target.server().key())
                .addKeyValue(LogKeys.REASON, reason)
                .log("An upstream gave no usable answer");
        return Answer.failed(problem, "upstream " + reason);
    }

    /** The server's own words, which it would tell every caller on MCP. */
    private static Answer erred(UpstreamFailure.RpcError error) {
        Problem problem = ABOUT_THE_REQUEST.contains(error.code()) ? Problem.REFUSED_BY_SERVER : Problem.SERVER_FAILED;
        ObjectNode document = problem.document();
        document.putObject("serverError").put("code", error.code()).put("message", error.message());
        return Answer.failed(problem, document, "upstream " + error.reason());
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
