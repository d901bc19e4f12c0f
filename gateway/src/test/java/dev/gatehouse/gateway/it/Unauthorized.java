package dev.gatehouse.gateway.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.gateway.testing.RawResponse;

/** What a 401 of the MCP plane looks like, whatever is the matter. */
final class Unauthorized {

    private Unauthorized() {}

    static void assertIs(RawResponse response) {
        assertThat(response.status()).as(response.visible()).isEqualTo(401);
        assertThat(response.answer().path("jsonrpc").asText()).isEqualTo("2.0");
        assertThat(response.header("WWW-Authenticate"))
                .containsExactly("Bearer error=\"invalid_token\", error_description=\"" + sentence(response) + "\"");
    }

    /** What the person in front of the client is to read. */
    static String sentence(RawResponse response) {
        String sentence = response.answer().at("/error/message").asText();
        assertThat(sentence).as(response.visible()).isNotEmpty();
        return sentence;
    }
}
