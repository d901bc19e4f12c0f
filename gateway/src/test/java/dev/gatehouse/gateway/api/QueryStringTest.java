package dev.gatehouse.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryStringTest {

    private static final Set<String> KNOWN = Set.of("limit", "after");

    @Test
    void valuesAreDecodedOnceAndAPlusSignIsASpace() {
        assertThat(QueryString.parse("limit=5&after=a+b%2520%2B=", KNOWN))
                .isEqualTo(Map.of("limit", "5", "after", "a b%20+="));
    }

    @Test
    void noQueryIsNoParameters() {
        assertThat(QueryString.parse("", KNOWN)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit",
                "limit=",
                "=5",
                "&",
                "limit=5&",
                "limit=5&limit=5",
                "other=1",
                "Limit=5",
                "limit=%",
                "limit=%ff"
            })
    void everythingElseIsRefused(String query) {
        assertThat(QueryString.parse(query, KNOWN)).isNull();
    }
}
