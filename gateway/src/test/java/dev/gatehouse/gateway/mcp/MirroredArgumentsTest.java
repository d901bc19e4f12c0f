package dev.gatehouse.gateway.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.gateway.testing.Json;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MirroredArgumentsTest {

    @Test
    void markedArgumentsAreMirroredAtAnyDepthAndNoOthers() {
        var schema = Json.quoted("""
                {'properties': {'region': {'x-mcp-header': 'Region'}, 'plain': {}, 'list': {'x-mcp-header': 'List'},
                  'in': {'properties': {'count': {'x-mcp-header': 'Count'}, 'sure': {'x-mcp-header': 'Sure'}}}}}""");
        var arguments = Json.quoted("""
                {'region': 'eu', 'plain': 'x', 'list': ['y'], 'in': {'count': 7, 'sure': true}}""");

        assertThat(MirroredArguments.headers(schema, arguments))
                .isEqualTo(Map.of("Mcp-Param-Region", "eu", "Mcp-Param-Count", "7", "Mcp-Param-Sure", "true"));
    }

    @Test
    void whatAHeaderCannotCarryIsEncodedAndAMarkThatIsNoHeaderNameIsIgnored() {
        var schema =
                Json.quoted("{'properties': {'a': {'x-mcp-header': 'A'}, 'b': {'x-mcp-header': 'B\\r\\nEvil: 1'}}}");

        assertThat(MirroredArguments.headers(schema, Json.quoted("{'a': 'line\\nbreak', 'b': 'x'}")))
                .hasSize(1)
                .hasEntrySatisfying(
                        "Mcp-Param-A", value -> assertThat(value).matches("=\\?base64\\?[A-Za-z0-9+/=]+\\?="));
    }
}
