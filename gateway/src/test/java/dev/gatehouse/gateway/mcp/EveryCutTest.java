package dev.gatehouse.gateway.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** However a body is cut, and however its bytes stand to the words in which it is read: the verdict is one. */
class EveryCutTest {

    private static final long SEED = 20_261_128L;

    /** More than two words, so that whatever looks at one or two at a time is seen at every place of them. */
    private static final int OFFSETS = 18;

    private final Cuts cuts = new Cuts();

    /** As hexadecimal digits: what may stand inside a string, and what may not. */
    static List<String> specials() {
        Stream<String> texts = Stream.of(
                        "\"",
                        "\\",
                        "\\\"",
                        "\\\\",
                        "\\/",
                        "\\n",
                        "\\x",
                        "\\N",
                        "\\u00e9",
                        "\\uD83D\\uDE00",
                        "\\ud83d",
                        "\\udc00",
                        "\\ud83d\\n",
                        "\\u00g9",
                        "\\u00e",
                        "\\u/09:",
                        "\\u@AFG",
                        "\\u`afg",
                        "é",
                        "漢",
                        "😀",
                        "é漢😀é",
                        "\\n\\n\\t",
                        "\u007f",
                        "\u0080",
                        "\u07ff",
                        "\u0800",
                        "\ud7ff",
                        "\ue000",
                        "\uffff")
                .map(text -> HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8)));
        Stream<String> controls =
                IntStream.range(0, 0x20).mapToObj(control -> HexFormat.of().toHexDigits((byte) control));
        Stream<String> notUtf8 = Stream.of(
                "80",
                "bf",
                "c0ae",
                "c1bf",
                "c3",
                "c328",
                "dc",
                "dd22",
                "e0809f",
                "e282",
                "e28228",
                "eda080",
                "edbfbf",
                "f08080af",
                "f09f98",
                "f09f9828",
                "f4908080",
                "f5808080",
                "ff",
                "fe",
                "5c80",
                "5ca2",
                "5ce2",
                "5cef",
                "5caf",
                "5cefbfbf",
                "5cc3a9",
                "5c75c3a9");
        return Stream.of(texts, controls, notUtf8).flatMap(all -> all).toList();
    }

    @ParameterizedTest
    @MethodSource("specials")
    void aSpecialByteIsSeenAtEveryOffset(String hex) {
        for (int offset = 0; offset < OFFSETS; offset++) {
            byte[] text = text(offset, hex, OFFSETS - offset);
            cuts.scan(call("{\"name\":\"x\",\"arguments\":{\"text\":\"", text, "\",\"more\":[1]}}"));
            cuts.scan(call("{\"name\":\"", text, "\",\"arguments\":{}}"));
            cuts.scan(call("{\"name\":\"x\",\"arguments\":{\"", text, "\":\"y\"}}"));
        }
    }

    @Test
    void controlCharactersAreRefusedAtEveryOffset() {
        for (int control = 0; control < 0x20; control++) {
            for (int offset = 0; offset < 2 * OFFSETS; offset++) {
                byte[] text = text(offset, HexFormat.of().toHexDigits((byte) control), 2 * OFFSETS);
                assertThat(cuts.scan(call("{\"name\":\"x\",\"arguments\":{\"text\":\"", text, "\"}}")))
                        .as("control %d at %d", control, offset)
                        .isInstanceOf(ScanResult.Refused.class);
            }
        }
    }

    @Test
    void quoteEndsAStringAtEveryOffset() {
        for (int offset = 0; offset < 2 * OFFSETS; offset++) {
            String second = "\",\"name\":\"y";
            byte[] text = text(offset, HexFormat.of().formatHex(second.getBytes(StandardCharsets.UTF_8)), OFFSETS);
            assertThat(cuts.scan(call("{\"arguments\":\"", text, "\"}")))
                    .isInstanceOfSatisfying(
                            ScanResult.Scanned.class,
                            scanned -> assertThat(scanned.message().params().name())
                                    .extracting(Text::value)
                                    .isEqualTo("y" + "z".repeat(OFFSETS)));
        }
    }

    @Test
    void neighboursOfHexadecimalDigitsAreNone() {
        for (int place = 0; place < 4; place++) {
            for (char neighbour : "/:@G`g".toCharArray()) {
                String escape = "\\u" + "0aF9".substring(0, place) + neighbour + "0aF9".substring(place + 1);
                assertThat(cuts.scan(Feeding.call("\"name\":\"x\",\"arguments\":{\"text\":\"" + escape + "\"}")))
                        .as(escape)
                        .isInstanceOf(ScanResult.Refused.class);
            }
        }
    }

    @Test
    void damagedMessagesAreJudgedAlikeHoweverTheyAreCut() {
        Mutations mutations = new Mutations(SEED);
        for (int i = 0; i < 1_000; i++) {
            cuts.scan(mutations.next());
        }
    }

    @Test
    void randomTextIsJudgedAlikeHoweverItIsCut() {
        String[] pieces = {
            "a",
            "plain ",
            "0123456789abcdef",
            "\\n",
            "\\\\",
            "\\\"",
            "\\u00e9",
            "\\ud83d",
            "\\ude00",
            "\\u12",
            "é",
            "ß漢",
            "😀😀",
            "\"",
            "\\",
            "\u0007",
            "\u0080"
        };
        Random random = new Random(SEED);
        for (int i = 0; i < 1_000; i++) {
            StringBuilder text = new StringBuilder();
            int count = random.nextInt(12);
            for (int piece = 0; piece < count; piece++) {
                text.append(pieces[Math.min(random.nextInt(24), pieces.length - 1)]);
            }
            cuts.scan(Feeding.call("\"name\":\"x\",\"arguments\":{\"text\":\"" + text + "\",\"n\":1}"));
        }
    }

    @Test
    void randomNumbersAreJudgedAlikeHoweverTheyAreCut() {
        Random random = new Random(SEED);
        String digits = "0123456789-+.eE0123456789";
        for (int i = 0; i < 1_000; i++) {
            StringBuilder number = new StringBuilder();
            int length = 1 + random.nextInt(8);
            for (int digit = 0; digit < length; digit++) {
                number.append(digits.charAt(random.nextInt(digits.length())));
            }
            cuts.scan(Feeding.call("\"name\":\"x\",\"arguments\":[" + number + ",{\"n\":" + number + "}]"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "\n", "\r", "\t", "\u000b", "\f", "\u00a0", "\0", "x", "\u0001"})
    void whiteSpaceOfEveryLengthEndsWhereItEnds(String odd) {
        for (int length = 0; length < 2 * OFFSETS; length++) {
            String blank = " ".repeat(length) + odd + " ".repeat(OFFSETS);
            cuts.scan(Feeding.call("\"name\":" + blank + "\"x\"" + blank + "," + blank + "\"n\":[1" + blank + "]"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "false", "null", "tru", "trues", "nulL", "falsy", "t", "nul", "True"})
    void literalsAreJudgedAlikeHoweverTheyAreCut(String literal) {
        cuts.scan(Feeding.call("\"name\":\"x\",\"arguments\":[" + literal + ",{\"n\":" + literal + "}]"));
    }

    private static byte[] text(int before, String hex, int behind) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        text.writeBytes("a".repeat(before).getBytes(StandardCharsets.UTF_8));
        text.writeBytes(HexFormat.of().parseHex(hex));
        text.writeBytes("z".repeat(behind).getBytes(StandardCharsets.UTF_8));
        return text.toByteArray();
    }

    private static byte[] call(String before, byte[] text, String behind) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":".getBytes(StandardCharsets.UTF_8));
        body.writeBytes(before.getBytes(StandardCharsets.UTF_8));
        body.writeBytes(text);
        body.writeBytes(behind.getBytes(StandardCharsets.UTF_8));
        body.write('}');
        return body.toByteArray();
    }
}
