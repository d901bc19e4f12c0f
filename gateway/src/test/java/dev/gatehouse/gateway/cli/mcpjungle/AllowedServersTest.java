package dev.gatehouse.gateway.cli.mcpjungle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.resource.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedServersTest {

    private final JungleFile file = JungleFile.plain();

    @Test
    void anExactNameGrantsTheWholeServer() {
        assertThat(file.allowed("['alpha']")).singleElement().satisfies(rule -> {
            assertThat(rule.server()).isEqualTo("alpha");
            assertThat(rule.grantsWholeServer()).isTrue();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "null"})
    void noListGrantsNothing(String list) {
        assertThat(file.allowed(list)).isEmpty();
    }

    @Test
    void theStarGrantsEveryServer() {
        assertThat(file.allowed("['*', 'alpha']")).extracting(Rule::server).containsExactly("*", "alpha");
    }

    @ParameterizedTest
    @ValueSource(strings = {"alp*", "**", "alpha__echo", "ALPHA", "later", "alpha ", ""})
    void anEntryThatIsDeadThereIsReportedAndGrantsNothingHere(String entry) {
        assertThat(file.allowed("['" + entry + "']")).isEmpty();
        assertThat(file.read(JungleKind.CLIENT, "{'name': 'c', 'allow_list': ['" + entry + "']}")
                        .remarks())
                .anyMatch(remark -> remark.message().contains("'" + entry + "'"));
    }

    @Test
    void aTextInPlaceOfAListIsRefused() {
        assertThat(file.read(JungleKind.CLIENT, "{'name': 'c', 'allow_list': 'alpha'}")
                        .isRefused())
                .isTrue();
    }
}
