package dev.gatehouse.gateway.cli.mcpjungle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PlaceholdersTest {

    private final Placeholders placeholders = new Placeholders(Map.of("A", "1", "EMPTY", "", "NESTED", "${A}"));

    @Test
    void everyReferenceInAStringIsReplaced() {
        assertThat(expand("x${A}y${A}")).isEqualTo("x1y1");
    }

    @Test
    void aVariableThatIsSetToNothingGivesNothing() {
        assertThat(expand("[${EMPTY}]")).isEqualTo("[]");
    }

    @Test
    void aVariableThatIsNotSetIsAProblemAndNeverAnEmptyText() {
        assertThat(placeholders.expand("a${GONE}").problem())
                .hasValueSatisfying(text -> assertThat(text).contains("GONE"));
        assertThat(placeholders.expand("${A:-default}").problem()).isPresent();
        assertThat(placeholders.expand("${}").problem()).isPresent();
    }

    @Test
    void anOpenBraceIsAProblem() {
        assertThat(placeholders.expand("a${A").problem()).isPresent();
    }

    @Test
    void onlyThisFormIsAReferenceAndWhatIsPutInIsNotLookedAtAgain() {
        assertThat(expand("$A $ {A} ${NESTED}")).isEqualTo("$A $ {A} ${A}");
    }

    private String expand(String text) {
        Placeholders.Expansion expansion = placeholders.expand(text);
        assertThat(expansion.problem()).isEmpty();
        return expansion.text();
    }
}
