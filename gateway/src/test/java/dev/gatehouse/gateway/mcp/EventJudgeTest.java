package dev.gatehouse.gateway.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventJudgeTest {

    private static final String A = Courtroom.NOTICE.formatted("a");
    private static final String B = Courtroom.NOTICE.formatted("b");
    private static final String SECRET = Courtroom.SECRET.formatted("s");

    private final Courtroom court = Courtroom.usual();

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n"})
    void chunkOfWholeEventsPassesAsTheOneSliceThatItIs(String end) {
        String stream = ": alive\n\nevent: message\ndata: A\n\ndata: B\n\nretry: 10\nevent: x\ndata:A\n\n"
                .replace("\n", end)
                .replace("A", A)
                .replace("B", B);
        ByteBuffer chunk = direct(stream);

        List<ByteBuffer> passed = court.feed(chunk);

        assertThat(passed).singleElement().satisfies(part -> {
            assertThat(part.isDirect()).isTrue();
            assertThat(StandardCharsets.UTF_8.decode(part.duplicate()).toString())
                    .isEqualTo(stream);
        });
        assertThat(chunk.hasRemaining()).isFalse();
        assertThat(court.midEvent()).isFalse();
    }

    @Test
    void slicesAreOfTheChunkWhereverItBeginsInItsArray() {
        byte[] array = ("xxx" + "data: " + A + "\n\nyyy").getBytes(StandardCharsets.UTF_8);
        ByteBuffer chunk = ByteBuffer.wrap(array, 1, array.length - 1).slice();
        chunk.position(2).limit(chunk.limit() - 3);

        List<ByteBuffer> passed = court.feed(chunk);
        assertThat(new String(court.output(), StandardCharsets.UTF_8)).isEqualTo("data: " + A + "\n\n");
        passed.getFirst().put(0, (byte) 'D');
        assertThat(array[3]).isEqualTo((byte) 'D');
    }

    @Test
    void eventThatMayNotPassIsCutOutFromBetweenItsNeighbours() {
        assertThat(court.feed("data: " + A + "\n\nevent: message\ndata: " + SECRET + "\n\ndata: " + B + "\n\n"))
                .isEqualTo("data: " + A + "\n\ndata: " + B + "\n\n");
    }

    @Test
    void unreadableEventIsLeftOutAndTold() {
        assertThat(court.feed("data: {\"a\":1,\"a\":2}\n\ndata: " + A + "\n\ndata: <html>\n\n"))
                .isEqualTo("data: " + A + "\n\n");
        assertThat(court.unreadable()).containsExactly("duplicate_member", "not_json");
    }

    @Test
    void messageOverSeveralLinesIsJudgedWholeAndPassesAsItStands() {
        String open = "data: {\"jsonrpc\":\"2.0\",\ndata:\"method\":\n";

        assertThat(court.feed(open + "data: \"notifications/message\"}\n\n"))
                .isEqualTo(open + "data: \"notifications/message\"}\n\n");
        assertThat(court.feed(open + "data: \"notifications/secret\"}\n\n")).isEmpty();
    }

    @Test
    void lineEndWithinAStringIsNoWayAroundTheScan() {
        assertThat(court.feed("data: {\"jsonrpc\":\"2.0\",\"method\":\"x\ndata: y\"}\n\n"))
                .isEmpty();
        assertThat(court.unreadable()).containsExactly("not_json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id: 7\n",
                "id\n",
                "color: red\n",
                "Data: {}\n",
                "retry: soon\n",
                "x\n",
                "\ufeffdata: {}\n",
                "data : {}\n"
            })
    void lineThatShouldNotPassIsLeftOutOfItsEvent(String line) {
        String rest = "data: " + A + "\n\n";

        assertThat(court.feed(rest + line + rest)).isEqualTo(rest + rest);
        assertThat(court.feed("event: e\n" + line + rest)).isEqualTo("event: e\n" + rest);
        assertThat(court.feed("data: " + A + "\n" + line + "\n")).isEqualTo(rest);
        assertThat(court.feed(line + "\n")).isEmpty();
    }

    @Test
    void idPassesWhereItIsWanted() {
        Courtroom keeping = Courtroom.of(1_000, true);
        String event = "id: 7\nevent: e\ndata: " + A + "\n\n";

        assertThat(keeping.feed(event)).isEqualTo(event);
        assertThat(keeping.feed("data: " + A + "\rid: 8\r\r")).isEqualTo("data: " + A + "\nid: 8\n\n");
        assertThat(keeping.feed("id: 9\ndata:\n\nid: 1\0\ndata: " + A + "\n\n")).isEqualTo("data: " + A + "\n\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"data:\n\n", "data\n\n", "event: e\n\n", "retry: 5\n\n", "id: 1\ndata: \n\n", "\n\n\n"})
    void eventWithoutDataIsLeftOut(String event) {
        assertThat(court.feed(event)).isEmpty();
        assertThat(court.unreadable()).isEmpty();
        assertThat(court.midEvent()).isFalse();
    }

    @Test
    void commentPassesAtOnceAndBeforeTheEventThatItStandsIn() {
        assertThat(court.feed(": alive\n")).isEqualTo(": alive\n");
        assertThat(court.feed("event: e\n:\r\ndata: " + A)).isEqualTo(":\r\n");
        assertThat(court.feed("\n:again\r")).isEqualTo(":again\n");
        assertThat(court.feed("\n\n")).isEqualTo("event: e\ndata: " + A + "\n\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\0", "\u001b[2J", "\u00e9", "\u007f"})
    void ofAStrangeCommentOnlyTheCommentPasses(String text) {
        assertThat(court.feed(":a" + text + "\n")).isEqualTo(":\n");
        assertThat(court.feed(":a" + text)).isEmpty();
        assertThat(court.feed("\n")).isEqualTo(":\n");
    }

    @Test
    void carriageReturnsAloneDoNotPass() {
        assertThat(court.feed("event: e\rdata: " + A + "\r\r")).isEqualTo("event: e\ndata: " + A + "\n\n");
        assertThat(court.feed(":ping\rdata: " + A + "\r\n\n")).isEqualTo(":ping\ndata: " + A + "\r\n\n");
    }

    @Test
    void eventGoesOnWithItsLastLineEndThoughHalfOfItIsMissing() {
        assertThat(court.feed("data: " + A + "\r\n\r")).isEqualTo("data: " + A + "\r\n\n");
        assertThat(court.midEvent()).isFalse();
        assertThat(court.feed("\ndata: " + B + "\r\n\r\n")).isEqualTo("data: " + B + "\r\n\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "event: a\nevent: b\n",
                "event: b\nretry: 1\nretry: 2\n",
                "event\nevent:b\n",
                "event: \u00e9\nevent:b\n"
            })
    void whatReadersMightTakeDifferentlyIsWrittenAnew(String lines) {
        String retry = lines.contains("retry") ? "retry: 2\n" : "";

        assertThat(court.feed(lines + "data:" + A + "\n\n")).isEqualTo("event: b\n" + retry + "data: " + A + "\n\n");
    }

    @Test
    void eventNamedByWhatNobodyCanWriteLosesItsName() {
        assertThat(court.feed("event: a\0b\ndata:" + A + "\n\n")).isEqualTo("data: " + A + "\n\n");
    }

    @Test
    void byteOrderMarkIsSkippedAtTheBeginningOnly() {
        assertThat(court.feed("\ufeffdata: " + A + "\n\n\ufeffdata: " + B + "\n\n"))
                .isEqualTo("data: " + A + "\n\n");
    }

    @Test
    void changedMessageIsWrittenAnewAndTheRestOfItsEventKept() {
        Courtroom changing = Courtroom.rewriting(SplicedBody.unchanged().with(11, 16, "\"3.0\""));

        assertThat(changing.feed("retry: 5\nevent: e\nx: y\ndata: " + A + "\n\n"))
                .isEqualTo("event: e\nretry: 5\ndata: " + A.replace("2.0", "3.0") + "\n\n");
    }

    @Test
    void changeOfAMessageOverSeveralLinesCountsTheirEnds() {
        Courtroom changing = Courtroom.rewriting(SplicedBody.unchanged().with(12, 17, "\"3.0\""));

        assertThat(changing.feed("data:{\"jsonrpc\":\r\ndata:\"2.0\",\"method\":\"x\"}\r\n\r\n"))
                .isEqualTo("data: {\"jsonrpc\":\ndata: \"3.0\",\"method\":\"x\"}\n\n");
    }

    @Test
    void eventThatTheStreamEndsWithinDoesNotPass() {
        assertThat(court.feed("data: " + A + "\n")).isEmpty();
        assertThat(court.midEvent()).isTrue();
    }

    private static ByteBuffer direct(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocateDirect(bytes.length).put(bytes).flip();
    }
}
