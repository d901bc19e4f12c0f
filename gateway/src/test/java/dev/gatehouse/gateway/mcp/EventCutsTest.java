package dev.gatehouse.gateway.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * However a stream is cut, a reader of what the judge lets pass hears what a reader of the stream itself would have heard of
 * the events that may pass.
 */
class EventCutsTest {

    private static final long SEED = 20_261_129L;
    private static final String[] PIECES = {
        "data: " + Courtroom.NOTICE.formatted("é\\n"),
        "data:" + Courtroom.NOTICE.formatted("b"),
        "data: " + Courtroom.SECRET.formatted("s"),
        "data: {\"jsonrpc\":\"2.0\",",
        "data: \"method\":\"notifications/progress\"}",
        "data: {\"a\":1,\"a\":2}",
        "data",
        "data:",
        "dat",
        "a: {",
        "event: message",
        "event",
        "id: 1",
        "id",
        "retry: 5",
        "retry: x",
        ": alive",
        ":",
        "x",
        " ",
        "\ufeff",
        "\0"
    };
    private static final String[] ENDS = {"\n", "\r\n", "\r", "\n\n", "\r\n\r\n", "\r\r", "\n\n", ""};

    @Test
    void streamsOfEverySortPassAlikeHoweverTheyAreCut() {
        Random random = new Random(SEED);
        for (int i = 0; i < 1_500; i++) {
            byte[] stream = stream(random);
            boolean ids = random.nextBoolean();
            List<String> expected = expected(stream, ids);
            for (int round = 0; round < 6; round++) {
                Courtroom court = Courtroom.of(1 << 20, ids);
                cut(court, stream, round, random);
                same(stream, court, expected);
            }
        }
    }

    @Test
    void everyCutInTwoOfATypicalStreamPassesItsVeryBytes() {
        String stream = ": hi\r\n\r\nevent: message\r\ndata: A\r\n\r\ndata: A\n\nretry: 7\nevent: e\ndata:A\ndata: \n\n"
                .replace("A", Courtroom.NOTICE.formatted("漢 \\\"x\\\""));
        byte[] bytes = stream.getBytes(StandardCharsets.UTF_8);
        for (int at = 0; at <= bytes.length; at++) {
            boolean splitsAnEnd = at > 0 && at < bytes.length && bytes[at - 1] == '\r';
            Courtroom court = Courtroom.usual();
            court.feed(ByteBuffer.wrap(bytes, 0, at));
            court.feed(ByteBuffer.wrap(bytes, at, bytes.length - at));
            String passed = new String(court.output(), StandardCharsets.UTF_8);
            if (splitsAnEnd || (at > 0 && at < 8)) {
                assertThat(unix(passed)).as("cut at %d", at).isEqualTo(unix(stream));
            } else {
                assertThat(passed).as("cut at %d", at).isEqualTo(stream);
            }
        }
    }

    /** What was cut within the end of a line goes on with an end of our own, and behind a comment without the empty line. */
    private static String unix(String stream) {
        return stream.replace("\r\n", "\n").replace(": hi\n\n", ": hi\n");
    }

    private static byte[] stream(Random random) {
        StringBuilder stream = new StringBuilder();
        int count = random.nextInt(14);
        for (int i = 0; i < count; i++) {
            stream.append(PIECES[random.nextInt(PIECES.length)]).append(ENDS[random.nextInt(ENDS.length)]);
        }
        return stream.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void cut(Courtroom court, byte[] stream, int round, Random random) {
        int at = 0;
        while (at < stream.length) {
            int most = round == 0 ? stream.length : round == 1 ? 1 : 1 + random.nextInt(60);
            int count = Math.min(stream.length - at, most);
            ByteBuffer chunk = random.nextBoolean() ? ByteBuffer.allocate(count) : ByteBuffer.allocateDirect(count);
            court.feed(chunk.put(stream, at, count).flip());
            chunk.clear();
            while (chunk.hasRemaining()) {
                chunk.put((byte) '!');
            }
            at += count;
        }
    }

    private static void same(byte[] stream, Courtroom court, List<String> expected) {
        List<String> heard = Heard.whole(court.output(), 1 << 20);
        if (!heard.equals(expected)) {
            assertThat(heard)
                    .as(new String(stream, StandardCharsets.UTF_8)
                            .replace("\r", "\\r")
                            .replace("\n", "\\n"))
                    .isEqualTo(expected);
        }
    }

    /** The plain way: parse, scan, write. */
    private static List<String> expected(byte[] stream, boolean ids) {
        List<ByteBuffer> out = new ArrayList<>();
        new EventParser(1 << 20).feed(ByteBuffer.wrap(stream), new EventSink() {
            @Override
            public void event(Event event) {
                ByteBuffer data = event.data();
                if (data == null || !data.hasRemaining()) {
                    return;
                }
                MessageScanner scanner = MessageScanner.ofUpstream(ScanLimits.DEFAULT);
                scanner.feed(data);
                if (scanner.finish() instanceof ScanResult.Scanned(Message message)
                        && Courtroom.ruling(message) instanceof Ruling.Pass) {
                    out.add(EventWriter.write(ids ? event : event.withId(null)));
                }
            }

            @Override
            public void comment(String text) {
                out.add(EventWriter.comment(text.chars().allMatch(c -> c >= ' ' && c < 0x7f) ? text : ""));
            }
        });
        byte[] all = new byte[out.stream().mapToInt(ByteBuffer::remaining).sum()];
        ByteBuffer joined = ByteBuffer.wrap(all);
        out.forEach(joined::put);
        return Heard.whole(all, 1 << 20);
    }
}
