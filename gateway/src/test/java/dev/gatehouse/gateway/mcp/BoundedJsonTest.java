package dev.gatehouse.gateway.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoundedJsonTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "1",
                "{\"a\":1,\"a\":2}",
                "{\"a\":{\"b\":1,\"b\":2}}",
                "{} {}",
                "{}x",
                "{\"a\":NaN}",
                "{a:1}",
                "{\"a\":1,}"
            })
    void whatIsNotOneStrictObjectIsNotRead(String json) {
        assertThat(BoundedJson.object(json.getBytes(StandardCharsets.UTF_8))).isNull();
    }

    @Test
    void invalidUtf8IsNotRead() {
        byte[] overlong = {'{', '"', 'a', '"', ':', '"', (byte) 0xc0, (byte) 0x80, '"', '}'};

        assertThat(BoundedJson.object(overlong)).isNull();
    }

    @Test
    void deepNestingIsNotRead() {
        String deep = "{\"a\":" + "[".repeat(200) + "]".repeat(200) + "}";

        assertThat(BoundedJson.object(deep.getBytes(StandardCharsets.UTF_8))).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":1.10}",
                "{\"a\":123456789012345678901234567890}",
                "{\"a\":0.1000000000000000055511151231257827}",
                "{\"a\":\"é\\u0001\"}",
                "{\"a\":\"\\uD800\"}"
            })
    void valuesSurviveReadingAndWriting(String json) {
        var read = Objects.requireNonNull(BoundedJson.object(json.getBytes(StandardCharsets.UTF_8)));

        assertThat(BoundedJson.write(read)).hasToString(json);
    }
}
