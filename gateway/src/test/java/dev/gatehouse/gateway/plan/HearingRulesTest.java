package dev.gatehouse.gateway.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.gateway.access.Plane;
import dev.gatehouse.gateway.mcp.ListKind;
import dev.gatehouse.gateway.mcp.Message;
import dev.gatehouse.gateway.mcp.MessageScanner;
import dev.gatehouse.gateway.mcp.RequestId;
import dev.gatehouse.gateway.mcp.ScanLimits;
import dev.gatehouse.gateway.mcp.ScanResult;
import dev.gatehouse.model.access.UpstreamServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HearingRulesTest {

    private static final RequestId ASKED = new RequestId("1");

    private final Caller alice =
            new PlanWorld(Path.of("src/test/resources/plans/world.yaml")).caller("alice", Plane.MCP);
    private final UpstreamServer alpha = Objects.requireNonNull(alice.snapshot().serverByKey("alpha"));

    HearingRulesTest() throws IOException {}

    @Test
    void answerOfTheRequestIsTheAnswer() {
        assertThat(judged("{'jsonrpc':'2.0','id':1,'result':{}}", ASKED)).isInstanceOf(Hearing.Answers.class);
    }

    @Test
    void answerOfAnotherRequestIsNotForThisCaller() {
        assertThat(judged("{'jsonrpc':'2.0','id':2,'result':{}}", ASKED)).isInstanceOf(Hearing.Drops.class);
    }

    @Test
    void answerOnAStreamThatAnswersNothingIsDropped() {
        assertThat(judged("{'jsonrpc':'2.0','id':1,'result':{}}", null)).isInstanceOf(Hearing.Drops.class);
    }

    @Test
    void questionOfTheServerIsSeenAsOne() {
        assertThat(judged("{'jsonrpc':'2.0','id':9,'method':'sampling/createMessage'}", ASKED))
                .isInstanceOf(Hearing.Asks.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"progress", "message", "cancelled"})
    void whatConcernsOnesOwnRequestsPasses(String notice) {
        assertThat(judged("{'jsonrpc':'2.0','method':'notifications/" + notice + "'}", ASKED))
                .isInstanceOf(Hearing.Passes.class);
    }

    @Test
    void changedListsAreNamed() {
        assertThat(judged("{'jsonrpc':'2.0','method':'notifications/tools/list_changed'}", null))
                .isEqualTo(new Hearing.Changes(Set.of(ListKind.TOOLS)));
        assertThat(judged("{'jsonrpc':'2.0','method':'notifications/resources/list_changed'}", null))
                .isEqualTo(new Hearing.Changes(Set.of(ListKind.RESOURCES, ListKind.TEMPLATES)));
    }

    @Test
    void updateOfAResourceThatMayBeReadPasses() {
        assertThat(judged(updated("doc://public/a"), null)).isInstanceOf(Hearing.Passes.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"doc://private/a", "doc://public/draft/a", "doc://public/../private/a"})
    void updateOfAnotherIsNotHeardOf(String uri) {
        assertThat(judged(updated(uri), null)).isInstanceOf(Hearing.Drops.class);
    }

    @Test
    void vendorsNoticesAreDropped() {
        assertThat(judged("{'jsonrpc':'2.0','method':'notifications/vendor'}", null))
                .isInstanceOf(Hearing.Drops.class);
    }

    @Test
    void withoutAConfigurationNobodyHearsOfResources() {
        Hearing hearing = HearingRules.judge(message(updated("doc://public/a")), alpha, alice.credential(), null, null);

        assertThat(hearing).isInstanceOf(Hearing.Drops.class);
    }

    private Hearing judged(String json, @Nullable RequestId answering) {
        return HearingRules.judge(message(json), alpha, alice.credential(), alice.snapshot(), answering);
    }

    private static String updated(String uri) {
        return "{'jsonrpc':'2.0','method':'notifications/resources/updated','params':{'uri':'" + uri + "'}}";
    }

    private static Message message(String json) {
        var scanner = MessageScanner.ofUpstream(ScanLimits.DEFAULT);
        byte[] bytes = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        scanner.feed(bytes, 0, bytes.length);
        return switch (scanner.finish()) {
            case ScanResult.Scanned(Message message) -> message;
            case ScanResult.Refused(var refusal) -> throw new IllegalArgumentException(refusal.grounds());
        };
    }
}
