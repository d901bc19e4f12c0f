package dev.gatehouse.gateway.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventParserTest {

    private static final long SEED = 20_261_123L;

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", "\r\n"})
    void takesAllThreeLineEndings(String end) {
        String stream = String.join(end, "event: message", "id: 7", "data: {\"a\":1}", "data: b", "", "data:x", "", "");

        assertThat(Heard.whole(stream))
                .containsExactly(
                        "event=message id=7 retry=null data='{\"a\":1}\nb'", "event=null id=null retry=null data='x'");
    }

    @Test
    void keepsWhatABrowserWouldNotDispatch() {
        assertThat(Heard.whole("id: 1\ndata:\n\nretry: 500\n\n: alive\n\ndata\n\nid\n\n"))
                .containsExactly(
                        "event=null id=1 retry=null data=''",
                        "event=null id=null retry=500 data=null",
                        "comment=' alive'",
                        "event=null id=null retry=null data=''",
                        "event=null id= retry=null data=null");
    }

    @Test
    void handsACommentOnAtOnce() {
        Heard heard = new Heard();
        EventParser parser = new EventParser(100);

        parser.feed(bytes(":ping\n"), heard);

        assertThat(heard.lines()).containsExactly("comment='ping'");
        assertThat(parser.midEvent()).isFalse();
    }

    @Test
    void handsAnEventOnWithItsLastLineEnd() {
        Heard heard = new Heard();
        EventParser parser = new EventParser(100);

        parser.feed(bytes("data: x\r\n"), heard);
        assertThat(heard.lines()).isEmpty();
        assertThat(parser.midEvent()).isTrue();

        parser.feed(bytes("\r"), heard);
        assertThat(heard.lines()).hasSize(1);
        assertThat(parser.midEvent()).isFalse();
    }

    @Test
    void skipsAByteOrderMarkAtTheBeginningOnly() {
        assertThat(Heard.whole("\ufeffdata: x\n\n\ufeffdata: y\n\n"))
                .containsExactly("event=null id=null retry=null data='x'");
    }

    @Test
    void removesOneSpaceBehindTheColon() {
        assertThat(Heard.whole("data:  x\n\n")).containsExactly("event=null id=null retry=null data=' x'");
    }

    @Test
    void ignoresWhatTheStandardIgnores() {
        assertThat(Heard.whole("Data: x\nretry: 1s\nretry: -1\nid: a\0b\nother: y\n\n"))
                .isEmpty();
    }

    @Test
    void passesNothingOnThatCannotBeWrittenAgain() {
        assertThat(Heard.whole("event: a\0b\n:c\0d\ndata: x\n\n"))
                .containsExactly("comment=''", "event=null id=null retry=null data='x'");
    }

    @Test
    void dropsAnEventThatTheStreamEndsWithin() {
        assertThat(Heard.whole("data: x\n")).isEmpty();
    }

    @Test
    void refusesAnEventBeyondTheBound() {
        byte[] long1 = ("data: a\n\ndata: " + "x".repeat(200) + "\n\ndata: b\n\n").getBytes(StandardCharsets.UTF_8);
        byte[] many = ("data: a\n\n" + "data: 123456789\n".repeat(20) + "\n").getBytes(StandardCharsets.UTF_8);

        List<String> expected = List.of("event=null id=null retry=null data='a'", "refused");
        assertThat(Heard.whole(long1, 100)).isEqualTo(expected);
        assertThat(Heard.whole(many, 100)).isEqualTo(expected);
    }

    @Test
    void refusesALineThatNeverEnds() {
        EventParser parser = new EventParser(1_000);
        Heard heard = new Heard();
        boolean sound = true;
        int fed = 0;
        while (sound && fed < 10_000) {
            sound = parser.feed(bytes("xxxxxxxxxx"), heard);
            fed += 10;
        }

        assertThat(fed).isEqualTo(1_010);
        assertThat(parser.feed(bytes("\n\n"), heard)).isFalse();
        assertThat(heard.lines()).isEmpty();
    }

    @Test
    void hearsTheSameHoweverTheStreamIsCut() {
        Random random = new Random(SEED);
        for (int i = 0; i < 2_000; i++) {
            byte[] stream = stream(random);
            List<String> whole = Heard.whole(stream, 40);
            assertThat(Heard.split(stream, 40, random))
                    .as("stream %d of seed %d", i, SEED)
                    .isEqualTo(whole);
        }
    }

    private static byte[] stream(Random random) {
        String[] pieces = {
            "data: ",
            "data",
            "id: 1",
            "event: e",
            "retry: 5",
            ":c",
            "\n",
            "\r",
            "\r\n",
            "\n\n",
            "\r\r",
            "é",
            "x",
            " ",
            "\ufeff",
            "\0",
            "0123456789"
        };
        StringBuilder stream = new StringBuilder();
        int count = random.nextInt(30);
        for (int i = 0; i < count; i++) {
            stream.append(pieces[random.nextInt(pieces.length)]);
        }
        return stream.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }
}
