package dev.gatehouse.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerHeadTest {

    private static final URI ASKED = URI.create("https://api.example/mcp?key=secret-1");

    @ParameterizedTest
    @CsvSource({
        "200, application/json",
        "200, Application/JSON; charset=utf-8",
        "200, text/event-stream",
        "202, ",
        "400, application/json",
        "404, application/json"
    })
    void whatMayBeAnAnswerIsNotObjectedTo(int status, @Nullable String contentType) {
        assertThat(objection(status, contentType)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "200, text/html, CONTENT_TYPE",
        "200, , CONTENT_TYPE",
        "204, , STATUS",
        "304, , STATUS",
        "307, , STATUS",
        "400, text/html, STATUS",
        "401, application/json, CREDENTIALS",
        "403, application/json, CREDENTIALS",
        "404, text/plain, STATUS",
        "500, application/json, STATUS",
        "503, text/event-stream, STATUS"
    })
    void everythingElseHasItsCause(int status, @Nullable String contentType, FailureCause cause) {
        assertThat(Objects.requireNonNull(objection(status, contentType)).cause())
                .isEqualTo(cause);
    }

    @Test
    void compressedAnswerIsTold() {
        assertThat(AnswerHead.of(200, "application/json", "gzip", null).objection(ASKED))
                .isEqualTo(UpstreamFailure.of(FailureCause.ENCODED));
    }

    @Test
    void theTypeThatCameIsTold() {
        assertThat(Objects.requireNonNull(objection(200, "text/html; charset=utf-8"))
                        .sentence())
                .endsWith("(it says text/html)");
        assertThat(Objects.requireNonNull(objection(200, null)).sentence()).endsWith("(it says no Content-Type)");
    }

    @Test
    void whatAnUpstreamWroteCannotForgeALine() {
        String sentence = Objects.requireNonNull(objection(200, "text/html\n\u001b[2J " + "x".repeat(500)))
                .sentence();

        assertThat(sentence).hasSizeLessThan(250).matches("[ -~]+");
    }

    @ParameterizedTest
    @CsvSource({
        "/mcp/, /mcp/",
        "mcp/, /mcp/",
        "https://api.example/mcp/, /mcp/",
        "https://user:secret-2@api.example/mcp/?token=secret-3#secret-4, /mcp/",
        "http://api.example/mcp, http://api.example/mcp",
        "https://login.example:8443/authorize?state=secret-5, https://login.example:8443/authorize",
        "//other.example/x, https://other.example/x",
        "/s/secret-secret-secret-secret/mcp/, /s/.../mcp/",
        "'http://[bad', what is no URL"
    })
    void aRedirectTellsItsTargetWithoutWhatMayBeAKey(String location, String shown) {
        UpstreamFailure failure =
                Objects.requireNonNull(AnswerHead.of(307, null, null, location).objection(ASKED));

        assertThat(failure).isEqualTo(new UpstreamFailure.Redirected(307, shown));
        assertThat(failure.sentence()).doesNotContain("secret").endsWith("(status 307 to " + shown + ")");
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void everyRedirectIsOne(int status) {
        assertThat(Objects.requireNonNull(
                                AnswerHead.of(status, null, null, "/mcp/").objection(ASKED))
                        .cause())
                .isEqualTo(FailureCause.REDIRECT);
    }

    private static @Nullable UpstreamFailure objection(int status, @Nullable String contentType) {
        return AnswerHead.of(status, contentType, null, null).objection(ASKED);
    }
}
