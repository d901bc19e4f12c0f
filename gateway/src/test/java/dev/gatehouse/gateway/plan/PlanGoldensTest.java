package dev.gatehouse.gateway.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.gateway.access.Plane;
import dev.gatehouse.gateway.dialect.Asked;
import dev.gatehouse.gateway.ledger.Grounds;
import dev.gatehouse.gateway.mcp.EraResolver;
import dev.gatehouse.gateway.mcp.HeaderFacts;
import dev.gatehouse.gateway.mcp.JsonRpcError;
import dev.gatehouse.gateway.mcp.Message;
import dev.gatehouse.gateway.mcp.MessageScanner;
import dev.gatehouse.gateway.mcp.Refusal;
import dev.gatehouse.gateway.mcp.Resolution;
import dev.gatehouse.gateway.mcp.ScanLimits;
import dev.gatehouse.gateway.mcp.ScanResult;
import dev.gatehouse.gateway.mcp.Text;
import dev.gatehouse.gateway.session.SessionState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A folder a case: who says what to which endpoint, and what is known; the plan, its grounds, what an upstream would get
 * and what the caller would. {@code -Dgolden.update=true} writes what is expected anew, for a person to read.
 */
class PlanGoldensTest {

    private static final Path ROOT = Path.of("src/test/resources/plans");
    private static final boolean UPDATE = Boolean.getBoolean("golden.update");

    static Stream<String> cases() throws IOException {
        try (Stream<Path> folders = Files.walk(ROOT)) {
            return folders
                    .filter(path -> path.endsWith("case.txt"))
                    .map(path -> ROOT.relativize(path.getParent()).toString())
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void isPlannedAsWritten(String name) throws IOException {
        Path folder = ROOT.resolve(name);
        String planned = planned(PlanCase.read(folder.resolve("case.txt")), new PlanWorld(ROOT.resolve("world.yaml")));

        Path expected = folder.resolve("expected.txt");
        if (UPDATE) {
            Files.writeString(expected, planned);
        }
        assertThat(planned).isEqualTo(Files.readString(expected));
    }

    @Test
    void thereAreManyAndOfAllKinds() throws IOException {
        assertThat(cases()).hasSizeGreaterThan(120);
        assertThat(cases().map(name -> name.substring(0, name.indexOf('/'))).collect(Collectors.toSet()))
                .contains("legacy-aggregate", "legacy-single", "modern-aggregate", "modern-single", "users", "refused");
    }

    private static String planned(PlanCase given, PlanWorld world) {
        String to = given.fact("to", "/mcp");
        if (to.startsWith("api ")) {
            return ofUser(given, world, to.substring(4));
        }
        Caller caller = world.caller(given.fact("as", "alice"), Plane.MCP);
        Endpoint endpoint = Endpoint.at(to, caller);
        if (endpoint == null) {
            return "no endpoint\n";
        }
        SessionState session = world.session(caller, endpoint, given.fact("session", ""));
        return switch (given.fact("verb", "POST")) {
            case "GET" -> plan(given, caller, endpoint, Asked.by(new Operation.Stand(), session));
            case "DELETE" -> plan(given, caller, endpoint, Asked.by(new Operation.Close(), session));
            default -> posted(given, caller, endpoint, session);
        };
    }

    private static String posted(PlanCase given, Caller caller, Endpoint endpoint, @Nullable SessionState session) {
        byte[] body = given.body().getBytes(StandardCharsets.UTF_8);
        var scanner = new MessageScanner(ScanLimits.DEFAULT);
        scanner.feed(body, 0, body.length);
        return switch (scanner.finish()) {
            case ScanResult.Refused(Refusal refusal) -> refused(refusal);
            case ScanResult.Scanned(Message message) ->
                switch (EraResolver.resolve(
                        headers(given, session), message, session == null ? null : session.protocolVersion())) {
                    case Resolution.Legacy(var call) ->
                        plan(given, caller, endpoint, Asked.legacy(call, session, body));
                    case Resolution.Modern(var call) -> plan(given, caller, endpoint, Asked.modern(call, body));
                    case Resolution.Refused(Refusal refusal) -> refused(refusal);
                };
        };
    }

    private static HeaderFacts headers(PlanCase given, @Nullable SessionState session) {
        Map<String, String> headers = given.headers();
        Map<String, String> params = headers.entrySet().stream()
                .filter(header -> header.getKey().startsWith("mcp-param-"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return new HeaderFacts(
                headers.get("mcp-protocol-version"),
                headers.get("mcp-method"),
                headers.get("mcp-name"),
                session == null ? headers.get("mcp-session-id") : "sealed",
                params);
    }

    private static String plan(PlanCase given, Caller caller, Endpoint endpoint, Asked asked) {
        var question =
                new Question(caller, endpoint, asked.dialect().era(), asked.operation(), asked.session() != null);
        return new PlanText(asked).of(Planner.plan(question, new ToldKnowledge(given)));
    }

    private static String ofUser(PlanCase given, PlanWorld world, String asked) {
        Caller caller = world.caller(given.fact("as", "uma"), Plane.API);
        int space = asked.indexOf(' ');
        var named = new Text(asked.substring(space + 1), 0, 0);
        Operation.Targeted operation = switch (asked.substring(0, space)) {
            case "tool" -> new Operation.CallTool(named);
            case "prompt" -> new Operation.GetPrompt(named);
            default -> new Operation.ReadResource(named);
        };
        return switch (Planner.ofUser(caller, operation, new ToldKnowledge(given))) {
            case Plan.Relay(Target target, var judgement) ->
                "plan: Relay\ngrounds: %s\nrule: %s\nto: %s\nname: %s\n"
                        .formatted(
                                judgement.grounds().label(),
                                Objects.requireNonNull(judgement.rule()).label(),
                                target.server().key(),
                                target.ownName());
            case Plan.Refuse(var judgement, var target, String name) ->
                "plan: Refuse\ngrounds: %s\nconcerning: %s\n"
                        .formatted(
                                judgement.grounds().label(),
                                target == null ? name : target.server().key() + " " + target.ownName());
            case Plan other -> "plan: " + other.getClass().getSimpleName() + "\n";
        };
    }

    private static String refused(Refusal refusal) {
        return "not read\ngrounds: " + Grounds.of(refusal).label() + "\n\ncaller gets\nstatus: " + refusal.status()
                + "\n\n" + JsonRpcError.of(refusal).json() + "\n";
    }
}
