package dev.gatehouse.gateway.cli.mcpjungle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;

class JungleKindTest {

    @Test
    void theNearestFolderTells() {
        assertThat(JungleKind.ofFolder(Path.of("users/ada/clients/deep/x.json")))
                .hasValue(JungleKind.CLIENT);
        assertThat(JungleKind.ofFolder(Path.of("jungle/tool-groups/x.json"))).hasValue(JungleKind.GROUP);
        assertThat(JungleKind.ofFolder(Path.of("users.json"))).isEmpty();
    }

    @Test
    void fieldsTellWhereNoFolderDoes() {
        assertThat(JungleKind.ofFields(Set.of("name", "transport"))).containsExactly(JungleKind.SERVER);
        assertThat(JungleKind.ofFields(Set.of("name", "allow_list"))).containsExactly(JungleKind.CLIENT);
        assertThat(JungleKind.ofFields(Set.of("name", "access_token"))).isEmpty();
        assertThat(JungleKind.ofFields(Set.of("url", "allow_list"))).hasSize(2);
    }
}
