package dev.gatehouse.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class AnswerTest {

    private final LoadAnswer answer = new LoadAnswer();

    @Test
    void bodyOfKnownLengthIsWholeAtItsLastByte() {
        assertThat(feed("HTTP/1.1 200 OK\r\ncontent-LENGTH: 5\r\n\r\nhell")).isFalse();
        assertThat(feed("o")).isTrue();
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.matches(bytes("hello"), 0)).isTrue();
    }

    @Test
    void chunksAreJoinedWhereverTheSocketCutThem() {
        String text =
                "HTTP/1.1 404 Not Found\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\nB\r\ndefghijklmn\r\n0\r\n\r\n";
        for (int cut = 1; cut < text.length(); cut++) {
            answer.reset();
            assertThat(feed(text.substring(0, cut))).isFalse();
            assertThat(feed(text.substring(cut))).isTrue();
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.bodyLength()).isEqualTo(14);
            assertThat(answer.find(bytes("abcdefghijklmn"), 0)).isZero();
        }
    }

    @Test
    void answerWithoutBodyIsWholeAfterItsHead() {
        assertThat(feed("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n")).isTrue();
        assertThat(answer.bodyLength()).isZero();
    }

    @Test
    void repeatedTextIsCountedWithoutOverlap() {
        feed("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nababa");
        assertThat(answer.count(bytes("aba"))).isEqualTo(1);
        assertThat(answer.count(bytes("ab"))).isEqualTo(2);
    }

    private boolean feed(String text) {
        return answer.feed(ByteBuffer.wrap(bytes(text)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
