package dev.gatehouse.gateway.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Items 9 and 11 of the attack list: one encoding, read one way. */
class UnicodeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "80", // a continuation alone
                "c0ae", // overlong full stop
                "c1bf",
                "e0809f", // overlong
                "f08080af",
                "eda080", // high surrogate
                "edb080", // low surrogate
                "eda0bdedb880", // a pair of them (CESU-8)
                "f4908080", // above U+10FFFF
                "f5808080",
                "ff",
                "fe",
                "c3", // cut by the closing quote
                "e282",
                "f09f98",
                "c328",
                "e28228",
                "f09f9828",
            })
    void refusesWhatIsNotUtf8(String hex) {
        assertThat(Feeding.refused(call("{\"name\":\"", hex, "\"}")).grounds()).isEqualTo("not_utf8");
        assertThat(Feeding.refused(call("{\"name\":\"x\",\"arguments\":{\"a\":\"", hex, "\"}}"))
                        .grounds())
                .isEqualTo("not_utf8");
        assertThat(Feeding.refused(call("{\"name\":\"x\",\"arguments\":{\"", hex, "\":1}}"))
                        .grounds())
                .isEqualTo("not_utf8");
    }

    @Test
    void agreesWithTheJdkOnEveryShortSequence() {
        Random random = new Random(11);
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = new byte[1 + random.nextInt(4)];
            random.nextBytes(bytes);
            for (int b = 0; b < bytes.length; b++) {
                bytes[b] |= (byte) 0x80;
            }
            byte[] body = call("{\"name\":\"x\",\"a\":\"", HexFormat.of().formatHex(bytes), "\"}");
            ScanResult result = Feeding.whole(body, new MessageScanner(ScanLimits.DEFAULT));
            assertThat(result instanceof ScanResult.Scanned)
                    .as(HexFormat.of().formatHex(bytes))
                    .isEqualTo(utf8(bytes));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\\ud800", "\\udc00", "\\ud800\\ud800", "\\udc00\\ud800", "a\\ud83db", "\\ud83d\\n", "\\ud83dé"})
    void refusesHalfACharacterWhereItIsRead(String text) {
        assertThat(Feeding.refused(Feeding.call("\"name\":\"" + text + "\"")).grounds())
                .isEqualTo("lone_surrogate");
        assertThat(Feeding.refused(Feeding.call("\"name\":\"x\",\"arguments\":{\"" + text + "\":1}"))
                        .grounds())
                .isEqualTo("lone_surrogate");
    }

    @Test
    void passesHalfACharacterThatNobodyReads() {
        Feeding.accepted(Feeding.call("\"name\":\"x\",\"arguments\":{\"text\":\"cut \\ud83d\"}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\ud83d\\ude00", "\\uD83D\\uDE00", "😀"})
    void readsAPairAsOneCharacter(String text) {
        assertThat(Feeding.accepted(Feeding.call("\"name\":\"" + text + "\""))
                        .params()
                        .name())
                .extracting(Text::value)
                .isEqualTo("😀");
    }

    @Test
    void keepsNormalisationFormsApart() {
        assertThat(Feeding.accepted(Feeding.call("\"name\":\"e\u0301\""))
                        .params()
                        .name())
                .extracting(Text::value)
                .isEqualTo("e\u0301");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16BE", "UTF-16LE", "UTF-16", "UTF-32BE", "UTF-32LE"})
    void refusesOtherEncodings(String charset) {
        byte[] body = Feeding.call("\"name\":\"x\"").getBytes(Charset.forName(charset));

        assertThat(Feeding.refused(body).code()).isEqualTo(JsonRpcCode.PARSE_ERROR);
    }

    @Test
    void refusesAByteOrderMark() {
        assertThat(Feeding.refused("\ufeff" + Feeding.call("\"name\":\"x\"")).code())
                .isEqualTo(JsonRpcCode.PARSE_ERROR);
        assertThat(Feeding.refused(Feeding.call("\"name\":\"x\"") + "\ufeff").code())
                .isEqualTo(JsonRpcCode.PARSE_ERROR);
    }

    private static byte[] call(String before, String hex, String after) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":".getBytes(StandardCharsets.UTF_8));
        out.writeBytes(before.getBytes(StandardCharsets.UTF_8));
        out.writeBytes(HexFormat.of().parseHex(hex));
        out.writeBytes(after.getBytes(StandardCharsets.UTF_8));
        out.write('}');
        return out.toByteArray();
    }

    private static boolean utf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false; // the answer to the question
        }
    }
}
