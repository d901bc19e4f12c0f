package dev.gatehouse.gateway.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventJudgeBoundsTest {

    private static final String A = Courtroom.NOTICE.formatted("a");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "data: LONG\n\n",
                "event: LONG\ndata: {}\n\n",
                ":LONG\n",
                "x: LONG\n",
                "data: {}\nevent: LONG\n\n"
            })
    void eventBeyondTheBoundEndsTheStream(String event) {
        String stream = "data: " + A + "\n\n" + event.replace("LONG", "x".repeat(200)) + "data: " + A + "\n\n";

        Courtroom whole = Courtroom.of(200, false);
        assertThat(whole.feed(stream)).isEqualTo("data: " + A + "\n\n");
        assertThat(whole.unreadable()).contains("too large");
        assertThat(whole.feed("data: " + A + "\n\n")).isEmpty();

        Courtroom cut = Courtroom.of(200, false);
        stream.chars().forEach(c -> cut.feed(String.valueOf((char) c)));
        assertThat(new String(cut.output(), StandardCharsets.UTF_8)).isEqualTo("data: " + A + "\n\n");
        assertThat(cut.unreadable()).contains("too large");
    }

    @Test
    void manyShortLinesAreOneEvent() {
        Courtroom court = Courtroom.of(200, false);

        court.feed("data: 1\n".repeat(30) + "\n");

        assertThat(court.unreadable()).containsExactly("too large");
    }

    @ParameterizedTest
    @ValueSource(strings = {"xxxxxxxxxx", "data: xxxxxxxxxx", ":xxxxxxxxx"})
    void lineThatNeverEndsIsNotCollected(String begin) {
        Courtroom court = Courtroom.of(1_000, false);
        int fed = 0;
        while (court.unreadable().isEmpty() && fed < 10_000) {
            court.feed(fed == 0 ? begin : "xxxxxxxxxx");
            fed += 10;
        }

        assertThat(fed).isBetween(980, 1_020);
    }

    @Test
    void linesThatMeanNothingAreNotCollectedEither() {
        Courtroom court = Courtroom.of(1_000, false);
        for (int i = 0; i < 1_000; i++) {
            court.feed("x: yyyyyyyyyyyy\nid: 12345678\n");
        }

        assertThat(court.unreadable()).isEmpty();
        assertThat(court.feed("data: " + A + "\n\n")).isEqualTo("data: " + A + "\n\n");
    }

    @Test
    void largeChunksAreReadInPieces() {
        String event = "event: message\ndata: " + Courtroom.NOTICE.formatted("x".repeat(700)) + "\n\n";
        byte[] stream = event.repeat(500).getBytes(StandardCharsets.UTF_8);
        Courtroom court = Courtroom.usual();

        court.feed(ByteBuffer.allocateDirect(stream.length).put(stream).flip());

        assertThat(court.output()).isEqualTo(stream);
    }

    /** A message and its parts are some 400 bytes, a slice and a list 200: nothing of the size of the events themselves. */
    @Test
    void judgingAllocatesNothingThatGrowsWithTheEvents() {
        String event = "event: message\ndata: " + Courtroom.NOTICE.formatted("x".repeat(2_000)) + "\n\n";
        byte[] stream = event.repeat(7).getBytes(StandardCharsets.UTF_8);
        ByteBuffer chunk = ByteBuffer.allocateDirect(stream.length).put(stream).flip();
        var judge = new EventJudge(
                1 << 20, false, new ScannerPool(() -> MessageScanner.ofUpstream(ScanLimits.DEFAULT)), new EventRules() {
                    @Override
                    public Ruling judge(Message message) {
                        return Ruling.PASS;
                    }

                    @Override
                    public void unreadable(Refusal refusal) {}
                });
        List<ByteBuffer> passed = new ArrayList<>();
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 50; i++) {
            passed.clear();
            chunk.rewind();
            long before = threads.getCurrentThreadAllocatedBytes();
            judge.feed(chunk, passed);
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }

        assertThat(passed).hasSize(1);
        assertThat(least).isLessThan(7 * 600 + 400);
    }
}
