package dev.gatehouse.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CheckerTest {

    private static final byte[] DIGITS = "100000042".getBytes(StandardCharsets.US_ASCII);

    @Test
    void answerOfAnotherRequestIsAFault() {
        var checker = new Checker(Expected.answer("mine"), DIGITS);
        assertThat(fault(checker, 200, "{\"id\":100000042,\"text\":\"mine\"}")).isNull();
        assertThat(fault(checker, 200, "{\"id\":100000043,\"text\":\"mine\"}")).contains("without the id");
    }

    @Test
    void answerForAnotherCallerIsAFault() {
        var checker = new Checker(Expected.answer("mine"), DIGITS);
        assertThat(fault(checker, 200, "{\"id\":100000042,\"text\":\"theirs\"}"))
                .contains("without \"mine\"");
    }

    @Test
    void otherStatusIsAFault() {
        var checker = new Checker(Expected.refusal(403), DIGITS);
        assertThat(fault(checker, 403, "")).isNull();
        assertThat(fault(checker, 200, "")).contains("status 200");
    }

    @Test
    void shortenedListIsAFaultEvenAfterAGoodOne() {
        var checker = new Checker(Expected.repeating("tool", 2, ""), DIGITS);
        assertThat(fault(checker, 200, "{\"id\":100000042,\"list\":[\"tool\",\"tool\"]}"))
                .isNull();
        assertThat(fault(checker, 200, "{\"id\":100000042,\"list\":[\"tool\"]}"))
                .contains("1 times tool instead of 2");
    }

    private static @Nullable String fault(Checker checker, int status, String body) {
        var answer = new LoadAnswer();
        String text = "HTTP/1.1 %d X\r\nContent-Length: %d\r\n\r\n%s".formatted(status, body.length(), body);
        answer.feed(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
        return checker.fault(answer);
    }
}
