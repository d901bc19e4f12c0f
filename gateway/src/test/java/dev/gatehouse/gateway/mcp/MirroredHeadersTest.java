package dev.gatehouse.gateway.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Item 16 of the attack list, the headers: they are made of what the body says, and say it back. */
class MirroredHeadersTest {

    @ParameterizedTest
    @ValueSource(strings = {"echo", "get weather", "a/b?c=d", "=?base64?", "?=", "file:///a%20b", "=?BASE64?YQ==?="})
    void leavesPlainNamesPlain(String name) {
        assertThat(name(name)).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " x",
                "x ",
                "\tx",
                "é",
                "漢",
                "😀",
                "a\r\nb",
                "\u0000",
                "\u007f",
                "=?base64?YQ==?=",
                "=?base64??="
            })
    void encodesWhatAHeaderCannotCarry(String name) {
        String header = name(name);

        assertThat(header).matches("=\\?base64\\?[A-Za-z0-9+/=]*\\?=");
        assertThat(HeaderValue.decode(String.valueOf(header))).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"echo", " x", "é", "=?base64?YQ==?=", "a\nb"})
    void agreesWithTheBodyThatItMirrors(String name) {
        String body = Resolving.modern("tools/call", "\"name\":" + JsonText.quote(name));
        MirroredHeaders headers = MirroredHeaders.of(Feeding.accepted(body), name);

        Resolving.modern(Resolving.headers(headers.protocolVersion(), headers.method(), headers.name()), body);
    }

    @Test
    void namesNothingWhereThereIsNoTarget() {
        MirroredHeaders headers = MirroredHeaders.of(Feeding.accepted(Resolving.modern("tools/list", "")), null);

        assertThat(headers).isEqualTo(new MirroredHeaders("2026-07-28", "tools/list", null));
    }

    private static @Nullable String name(String name) {
        return MirroredHeaders.of(Feeding.accepted(Feeding.call("\"name\":\"x\"")), name)
                .name();
    }
}
