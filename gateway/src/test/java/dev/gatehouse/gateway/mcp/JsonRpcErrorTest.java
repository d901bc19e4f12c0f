package dev.gatehouse.gateway.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.Test;

class JsonRpcErrorTest {

    private final ObjectMapper json = new ObjectMapper();

    @Test
    void writesIdCodeMessageAndData() {
        JsonRpcError error = new JsonRpcError(new RequestId("\"a\""), -32022, "no", "{\"supported\":[]}");

        assertThat(error.json())
                .isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":\"a\",\"error\":{\"code\":-32022,\"message\":\"no\","
                        + "\"data\":{\"supported\":[]}}}");
    }

    @Test
    void writesANullIdWhereNoneIsKnown() {
        assertThat(JsonRpcError.of(null, -32700, "no").json())
                .isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":null,\"error\":{\"code\":-32700,\"message\":\"no\"}}");
    }

    @Test
    void rendersARefusal() {
        Refusal refusal = Feeding.refused("[]");

        assertThat(JsonRpcError.of(refusal)).isEqualTo(JsonRpcError.of(null, refusal.code(), refusal.message()));
    }

    @Test
    void survivesAnyTextInItsMessage() throws IOException {
        Random random = new Random(3);
        for (int i = 0; i < 2_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int c = 0; c < 10; c++) {
                text.append((char) (random.nextBoolean() ? random.nextInt(0x80) : random.nextInt(0x10000)));
            }
            byte[] body = JsonRpcError.of(new RequestId("1"), -32602, "Unknown tool: " + text)
                    .body();

            JsonNode read = json.readTree(body);

            assertThat(read.at("/error/message").asText()).isEqualTo("Unknown tool: " + text);
            assertThat(body).doesNotContain((byte) '\n', (byte) '\r', (byte) 0);
        }
    }
}
