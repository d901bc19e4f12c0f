package dev.gatehouse.model.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UriAmbiguityTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file:///etc/hosts",
                "repo://acme/issues/7",
                "repo://acme/issues/",
                "https://example.com",
                "https://example.com/",
                "https://example.com:8443/a?b=c&d=e",
                "https://[::1]:8443/a",
                "urn:isbn:0451450523",
                "note:///2026-01-01T10%3A00",
                "repo://acme/a%20b",
                "repo://acme/caf%C3%A9",
                "repo://acme/...",
                "repo://acme/.hidden"
            })
    void ordinaryUriReadsTheSameEverywhere(String uri) {
        assertThat(UriAmbiguity.of(uri)).as(uri).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "repo://acme/../evil",
                "repo://acme/./x",
                "repo://acme/x/..",
                "repo://acme/..;a/x",
                "repo://acme/%2e%2e/x",
                "repo://acme/%2E%2E/x",
                "repo://acme/%2Fx",
                "repo://acme/%2fx",
                "repo://acme/%5Cx",
                "repo://acme/%252e/x",
                "repo://acme/%73ecret",
                "repo://acme/%c3%a9",
                "repo://acme/%zz",
                "repo://acme/x%2",
                "repo://acme/%00",
                "repo://acme/%3Fx",
                "repo://acme\\x",
                "repo://acme//x",
                "repo://acme/x//",
                "file:////etc/hosts",
                "REPO://acme/x",
                "Repo://acme/x",
                "repo://ACME/x",
                "repo://user@acme/x",
                "repo://user:pw@acme/x",
                "http://example.com:80/x",
                "https://example.com:443/x",
                "https://example.com:/x",
                "https://example.com:08443/x",
                "https://example.com./x",
                "https://ex%61mple.com/x",
                "repo://acme/x#y",
                "repo://acme/a b",
                "repo://acme/x\n",
                "repo://acme/x\u0000",
                "repo://acme/\u007f",
                "repo://acme/caf\u00e9",
                "repo://\uff41cme/x",
                "repo://acme/{x}",
                "acme/x",
                "",
                ":x"
            })
    void uriThatParsersReadDifferentlyIsAmbiguous(String uri) {
        assertThat(UriAmbiguity.of(uri)).as(uri).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "repo://{owner}/{repo}",
                "repo://acme/{+path}",
                "repo://acme/x{?page,size}",
                "repo://acme/x{#part}",
                "repo://acme{/path*}",
                "{scheme}://acme/x"
            })
    void bracesOfATemplateAreOrdinary(String template) {
        assertThat(UriAmbiguity.ofTemplate(template)).as(template).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"repo://acme/../{x}", "repo://ACME/{x}", "repo://acme/{x", "repo://acme/x}"})
    void templateIsStillAmbiguousForOtherReasons(String template) {
        assertThat(UriAmbiguity.ofTemplate(template)).as(template).isTrue();
    }
}
