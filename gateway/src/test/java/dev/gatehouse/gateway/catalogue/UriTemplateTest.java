package dev.gatehouse.gateway.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UriTemplateTest {

    @ParameterizedTest
    @CsvSource({
        "repo://{owner}/{name}, repo://acme/site",
        "repo://{owner}/{name}, repo://acme/s%20e",
        "file:///{+path}, file:///a/b/c.txt",
        "test://template/{id}/data, test://template/7/data",
        "'log://{host}/x{?from,to}', log://h/x?from=1&to=2",
        "'log://{host}/x{?from,to}', log://h/x",
        "doc://a{/section*}, doc://a/b/c",
        "doc://a{/section}, doc://a/b",
        "doc://a{#part}, doc://a#b",
        "doc://a{.ext}, doc://a.txt",
        "doc://plain, doc://plain",
        "ab://{x}b{y}, ab://bbbb"
    })
    void expansionMatches(String template, String uri) {
        assertThat(matches(template, uri)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "repo://{owner}/{name}, repo://acme/site/deep",
        "repo://{owner}/{name}, repo://acme/",
        "repo://{owner}/{name}, repo://acme/a%2fb",
        "repo://{owner}/{name}, repo://acme/a%2Fb",
        "repo://{owner}/{name}, repo://acme/%2e%2e",
        "repo://{owner}/{name}, repo://acme/a%252fb",
        "repo://{owner}/{name}, repo://acme/..",
        "repo://{owner}/{name}, repo://acme/x?y",
        "repo://{owner}/{name}, repo://acme/x#y",
        "repo://{owner}/{name}, repo://acme/x\\y",
        "repo://{owner}/{name}, repo://acme/x%",
        "repo://{owner}/{name}, REPO://acme/x",
        "file:///{+path}, file:///a/../b",
        "file:///{+path}, file:///a/./b",
        "file:///{+path}, file:///a/%2e%2e/b",
        "doc://a{/section}, doc://a/b/c",
        "doc://plain, doc://plainer"
    })
    void otherUriDoesNot(String template, String uri) {
        assertThat(matches(template, uri)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{+x}", "{x}://a", "a{b}", "a://{", "a://{}", "a://{x", "no scheme"})
    void templateWithoutPlainSchemeOrSoundExpressionsIsNotMatched(String template) {
        assertThat(UriTemplate.parse(template)).isEmpty();
    }

    @Test
    void templateWithManyExpressionsIsNotMatched() {
        assertThat(UriTemplate.parse("a://" + "{x}/".repeat(40))).isEmpty();
    }

    @Test
    void worstCaseEndsSoon() {
        var template = UriTemplate.parse("a:" + "{+x}a".repeat(15) + "b").orElseThrow();
        var uri = new ConcreteUri("a:" + "a".repeat(8_000));

        assertTimeoutPreemptively(
                Duration.ofSeconds(5), () -> assertThat(template.matches(uri)).isFalse());
    }

    private static boolean matches(String template, String uri) {
        return UriTemplate.parse(template).orElseThrow().matches(new ConcreteUri(uri));
    }
}
