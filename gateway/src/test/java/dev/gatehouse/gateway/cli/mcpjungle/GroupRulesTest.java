package dev.gatehouse.gateway.cli.mcpjungle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.resource.Rule;
import java.util.List;
import org.junit.jupiter.api.Test;

class GroupRulesTest {

    private final JungleFile file = JungleFile.plain();

    @Test
    void includedToolsAreGrantedUnderTheServersOwnNames() {
        assertThat(file.grouped("'included_tools': ['alpha__echo', 'alpha__a__b']"))
                .containsExactly(new Rule("alpha", null, List.of("a__b", "echo"), null, null, null));
    }

    @Test
    void anIncludedServerGivesItsToolsAndNeitherPromptsNorResources() {
        assertThat(file.grouped("'included_servers': ['alpha']"))
                .containsExactly(new Rule("alpha", null, List.of("*"), null, null, null));
    }

    @Test
    void exclusionComesLast() {
        assertThat(file.grouped("'included_servers': ['alpha'], 'excluded_tools': ['alpha__drop']"))
                .extracting(Rule::except)
                .containsExactly(new Rule.Exceptions(List.of("drop"), null, null));
    }

    @Test
    void aPatternIsDeadThereAndDoesNotComeToLifeHere() {
        assertThat(file.grouped("'included_tools': ['alpha__get_*', 'alpha__echo', '*__echo']"))
                .extracting(Rule::tools)
                .containsExactly(List.of("echo"));
    }

    @Test
    void aGroupOfWhichNothingIsLeftIsLeftOut() {
        var made = file.read(JungleKind.GROUP, "{'name': 'g', 'included_tools': ['gone__echo']}");
        assertThat(made.resources()).hasSize(1);
        assertThat(made.remarks()).anyMatch(remark -> remark.message().contains("left out"));
    }
}
