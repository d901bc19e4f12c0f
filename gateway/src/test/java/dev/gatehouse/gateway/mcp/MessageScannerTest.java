package dev.gatehouse.gateway.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MessageScannerTest {

    @Test
    void readsACall() {
        String body = Feeding.call("\"name\":\"a\\u0062c\",\"arguments\":{\"name\":\"x\"}");

        Message message = Feeding.accepted(body);

        assertThat(message.kind()).isEqualTo(Message.Kind.REQUEST);
        assertThat(message.method()).isEqualTo("tools/call");
        assertThat(message.id()).isEqualTo(new RequestId("1"));
        assertThat(message.length()).isEqualTo(body.length());
        Text name = message.params().name();
        assertThat(name).isEqualTo(new Text("abc", body.indexOf("\"a\\"), body.indexOf(",\"arguments")));
    }

    @Test
    void knowsMethodAndNameBeforeTheEnd() {
        byte[] body = Feeding.call("\"name\":\"echo\",\"arguments\":{}").getBytes(StandardCharsets.UTF_8);
        MessageScanner scanner = new MessageScanner(ScanLimits.DEFAULT);

        scanner.feed(body, 0, body.length - 17);

        assertThat(scanner.method()).isEqualTo("tools/call");
        assertThat(scanner.name()).extracting(Text::value).isEqualTo("echo");
        assertThat(scanner.refusal()).isNull();
    }

    @Test
    void staysRefusedWhateverFollows() {
        MessageScanner scanner = new MessageScanner(ScanLimits.DEFAULT);

        assertThat(scanner.feed(new byte[] {'{', '}', 'x'}, 0, 3)).isFalse();
        assertThat(scanner.refusal()).extracting(Refusal::grounds).isEqualTo("trailing");
        assertThat(scanner.feed(new byte[] {' '}, 0, 1)).isFalse();
        assertThat(scanner.finish()).isInstanceOf(ScanResult.Refused.class);
    }

    @Test
    void readsEveryParameterThatDecides() {
        Params params = Feeding.accepted("""
                {"method":"x","params":{"uri":"a://b","cursor":"","ref":{"type":"ref/prompt","name":"p","uri":"t"},
                "_meta":{"io.modelcontextprotocol/protocolVersion":"2026-07-28","progressToken":7,
                "io.modelcontextprotocol/clientCapabilities":{"a":[{}]},"traceparent":"00"},
                "notifications":{"toolsListChanged":true,"promptsListChanged":false,
                "resourceSubscriptions":["u:1","u:2"]},"requestId":"r","progressToken":"\\u0070",
                "protocolVersion":"2025-06-18","level":"info","task":{},"requestState":"s","inputResponses":{}},
                "id":"é","jsonrpc":"2.0"}""").params();

        assertThat(params.uri()).extracting(Text::value).isEqualTo("a://b");
        assertThat(params.cursor()).extracting(Text::value).isEqualTo("");
        assertThat(params.ref()).isNotNull().satisfies(ref -> {
            assertThat(ref.type()).extracting(Text::value).isEqualTo(Ref.PROMPT);
            assertThat(ref.name()).extracting(Text::value).isEqualTo("p");
            assertThat(ref.uri()).extracting(Text::value).isEqualTo("t");
        });
        assertThat(params.meta()).isNotNull().satisfies(meta -> {
            assertThat(meta.protocolVersion()).extracting(Text::value).isEqualTo("2026-07-28");
            assertThat(meta.progressToken()).extracting(RawValue::json).isEqualTo("7");
            assertThat(meta.clientCapabilities()).isNotNull();
            assertThat(meta.traceparent()).extracting(Text::value).isEqualTo("00");
        });
        assertThat(params.notifications()).isNotNull().satisfies(listen -> {
            assertThat(listen.toolsListChanged()).isTrue();
            assertThat(listen.promptsListChanged()).isFalse();
            assertThat(listen.resourcesListChanged()).isFalse();
            assertThat(listen.resourceSubscriptions()).extracting(Text::value).containsExactly("u:1", "u:2");
        });
        assertThat(params.requestId()).extracting(RawValue::json).isEqualTo("\"r\"");
        assertThat(params.progressToken()).extracting(RawValue::json).isEqualTo("\"p\"");
        assertThat(params.protocolVersion()).extracting(Text::value).isEqualTo("2025-06-18");
        assertThat(params.level()).extracting(Text::value).isEqualTo("info");
        assertThat(params.task()).isTrue();
        assertThat(params.requestState()).isTrue();
        assertThat(params.inputResponses()).isTrue();
    }

    @Test
    void marksWhereTheCapabilitiesStand() {
        String body =
                Feeding.call("\"_meta\":{\"io.modelcontextprotocol/clientCapabilities\":{\"x\":{\"y\":1}},\"z\":{}}");

        assertThat(Feeding.accepted(body).params().meta())
                .extracting(Meta::clientCapabilities)
                .isEqualTo(new Span(body.indexOf("{\"x\""), body.indexOf(",\"z\"")));
    }

    @Test
    void tellsNotificationsAndResponses() {
        assertThat(Feeding.accepted("{\"jsonrpc\":\"2.0\",\"method\":\"m\"}").kind())
                .isEqualTo(Message.Kind.NOTIFICATION);
        assertThat(Feeding.accepted("{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}}")
                        .kind())
                .isEqualTo(Message.Kind.RESPONSE);
        assertThat(Feeding.accepted("{\"jsonrpc\":\"2.0\",\"id\":1,\"error\":{}}")
                        .kind())
                .isEqualTo(Message.Kind.RESPONSE);
    }

    @Test
    void takesMoreFromUpstreamsThanFromClients() {
        String extended = "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{},\"extra\":1}";
        String unaddressed = "{\"jsonrpc\":\"2.0\",\"id\":null,\"error\":{}}";

        assertThat(Feeding.scanUpstream(extended)).isInstanceOf(ScanResult.Scanned.class);
        assertThat(Feeding.scanUpstream(unaddressed)).isInstanceOf(ScanResult.Scanned.class);
        assertThat(Feeding.refused(extended).grounds()).isEqualTo("unknown_member");
        assertThat(Feeding.refused(unaddressed).grounds()).isEqualTo("bad_id");
    }

    @Test
    void refusesToAnswerAnUpstreamsResultWithoutId() {
        assertThat(Feeding.scanUpstream("{\"jsonrpc\":\"2.0\",\"id\":null,\"result\":{}}"))
                .isInstanceOf(ScanResult.Refused.class);
    }
}
