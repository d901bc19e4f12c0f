package dev.gatehouse.gateway.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.gateway.access.Plane;
import dev.gatehouse.gateway.ledger.Ending;
import dev.gatehouse.gateway.ledger.LedgerEvent;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventJsonTest {

    private final JsonLine line = new JsonLine();
    private final EventJson json = new EventJson(line);

    @Test
    void allowedCallIsOneLineWithEverythingKnown() {
        json.write(Events.named("get_issue"));

        assertThat(written())
                .isEqualTo("{\"time\":\"2026-11-23T20:15:30.123456Z\",\"request\":7,\"principal\":{\"kind\":\"client\","
                        + "\"namespace\":\"team-a\",\"name\":\"cursor\",\"uid\":\"uid-1\",\"generation\":4},"
                        + "\"token\":\"current\",\"plane\":\"mcp\",\"method\":\"tools/call\",\"server\":\"github\","
                        + "\"name\":\"get_issue\",\"verdict\":\"allowed\",\"grounds\":\"rule\",\"rule\":\"McpAllowList team-a/all#2\",\"outcome\":\"answered\","
                        + "\"configVersion\":12,\"durationMicros\":84,\"remote\":\"10.0.0.7\","
                        + "\"traceId\":\"0af7651916cd43dd8448eb211c80319c\"}\n");
    }

    @Test
    void whatIsNotKnownIsLeftOut() {
        json.write(Events.ofNobody());

        assertThat(written())
                .isEqualTo(
                        "{\"time\":\"2026-11-23T20:15:31.000000Z\",\"request\":7,\"plane\":\"mcp\",\"method\":\"tools/call\","
                                + "\"verdict\":\"denied\",\"grounds\":\"token_unknown\",\"outcome\":\"refused\",\"configVersion\":12,\"durationMicros\":1}\n");
    }

    @Test
    void endIsALineOfTheSameRequest() {
        json.write(new LedgerEvent.Ended(
                7, Events.TIME, Plane.MCP, "tools/call", "github", Ending.CALLER_LEFT, 3_000_000));

        assertThat(written())
                .isEqualTo("{\"time\":\"2026-11-23T20:15:30.123456Z\",\"request\":7,\"plane\":\"mcp\","
                        + "\"method\":\"tools/call\",\"server\":\"github\",\"outcome\":\"caller_left\","
                        + "\"durationMicros\":3000}\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\nb",
                "a\r\n{\"verdict\":\"allowed\"}",
                "quote\" and \\ backslash",
                "\u0000\u0007\u001b[31mred",
                "\u007f\u0085\u009b",
                "\u2028\u2029\u202e right to left",
                "\ud83d\ude00 emoji",
                "größe"
            })
    void namesOfAnyKindStayOneLineOfPrintableAsciiAndReadBackTheSame(String name) throws Exception {
        json.write(Events.named(name));

        String text = written();
        assertThat(text.strip()).matches("[\\x20-\\x7e]+");
        assertThat(new ObjectMapper().readTree(text).get("name").textValue()).isEqualTo(name);
    }

    @Test
    void randomNamesNeverBreakOutOfTheirString() throws Exception {
        var random = new Random(42);
        var mapper = new ObjectMapper();
        for (int round = 0; round < 2_000; round++) {
            String name = random.ints(random.nextInt(40), 0, 0x300)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            line.clear();
            json.write(Events.named(name));
            assertThat(mapper.readTree(written()).get("name").textValue()).isEqualTo(name);
        }
    }

    @Test
    void loneSurrogateBecomesTheReplacementCharacter() throws Exception {
        json.write(Events.named("a\ud83d"));

        assertThat(new ObjectMapper().readTree(written()).get("name").textValue())
                .isEqualTo("a\ufffd");
    }

    @Test
    void longNameIsCutWithAnEllipsis() throws Exception {
        json.write(Events.named("x".repeat(1_000_000)));

        assertThat(new ObjectMapper().readTree(written()).get("name").textValue())
                .isEqualTo("x".repeat(JsonLine.MAX_STRING) + "\u2026");
    }

    @Test
    void gapSaysHowManyEventsAreMissing() {
        json.writeGap(Events.TIME, 7);

        assertThat(written()).isEqualTo("{\"time\":\"2026-11-23T20:15:30.123456Z\",\"dropped\":7}\n");
    }

    private String written() {
        return StandardCharsets.UTF_8.decode(line.buffer()).toString();
    }
}
