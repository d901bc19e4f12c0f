package dev.gatehouse.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.gateway.mcp.MirroredHeaders;
import dev.gatehouse.gateway.session.UpstreamSession;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CallHeadTest {

    private static final UpstreamSession SESSION = new UpstreamSession("session-1", "2025-06-18");
    private static final UpstreamSession STATELESS = new UpstreamSession("", "2025-06-18");

    @Test
    void aMessageInASessionNamesBothAndTakesAnyAnswer() {
        assertThat(headers(CallHead.post(SESSION)))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "Accept", "application/json, text/event-stream",
                        "Content-Type", "application/json",
                        "MCP-Protocol-Version", "2025-06-18",
                        "Mcp-Session-Id", "session-1"));
    }

    @Test
    void withoutASessionNoneIsNamed() {
        assertThat(headers(CallHead.post(STATELESS))).doesNotContainKey("Mcp-Session-Id");
    }

    @Test
    void theFirstMessageClaimsNoRevision() {
        assertThat(headers(CallHead.opening())).containsOnlyKeys("Accept", "Content-Type");
    }

    @Test
    void aStandingStreamHasNoBodyAndTakesEventsOnly() {
        CallHead head = CallHead.stream(SESSION);

        assertThat(head.verb()).isEqualTo(CallHead.Verb.GET);
        assertThat(headers(head)).containsEntry("Accept", "text/event-stream").doesNotContainKey("Content-Type");
    }

    @Test
    void aModernMessageMirrorsWhatItsBodySays() {
        CallHead head = CallHead.modern(MirroredHeaders.of("tools/call", "open"), Map.of("Mcp-Param-X", "1"));

        assertThat(headers(head))
                .containsEntry("MCP-Protocol-Version", "2026-07-28")
                .containsEntry("Mcp-Method", "tools/call")
                .containsEntry("Mcp-Name", "open")
                .doesNotContainKey("Mcp-Session-Id");
        assertThat(head.params()).containsExactly(Map.entry("Mcp-Param-X", "1"));
    }

    @Test
    void aSessionIdIsNeverPrinted() {
        assertThat(CallHead.post(SESSION).toString()).doesNotContain("session-1");
    }

    private static Map<String, String> headers(CallHead head) {
        var headers = new LinkedHashMap<String, String>();
        head.forEach((header, value) -> headers.put(header.text(), value));
        return headers;
    }
}
