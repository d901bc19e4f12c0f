package dev.gatehouse.gateway.cli.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.model.resource.Rule;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class AllowFlagTest {

    private final AllowFlag flag = new AllowFlag();

    @Test
    void aServerAloneIsGrantedWhole() {
        assertThat(flag.convert("github").grantsWholeServer()).isTrue();
    }

    @Test
    void toolsAreGrantedWithoutPromptsAndResources() {
        assertThat(flag.convert("github:get_*,list_*"))
                .isEqualTo(new Rule("github", null, List.of("get_*", "list_*"), null, null, null));
    }

    @Test
    void aNamespaceStandsBeforeTheServer() {
        assertThat(flag.convert("platform/github:get_a"))
                .isEqualTo(new Rule("github", "platform", List.of("get_a"), null, null, null));
    }

    @Test
    void aSlashOrColonInAToolIsTheTools() {
        assertThat(flag.convert("github:a/b:c").tools()).containsExactly("a/b:c");
    }

    @Test
    void theStarAloneIsEveryServer() {
        assertThat(flag.convert("*").server()).isEqualTo(Rule.EVERY_SERVER);
        assertThat(flag.convert("platform/*").namespace()).isEqualTo("platform");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "git*", "platform/", "/github", ":get_a", "github:", "github:a,,b", "github:a, "})
    void whatCouldMeanSomethingElseIsRefused(String value) {
        assertThatThrownBy(() -> flag.convert(value)).isInstanceOf(TypeConversionException.class);
    }
}
