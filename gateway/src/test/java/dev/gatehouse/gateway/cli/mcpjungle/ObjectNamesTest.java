package dev.gatehouse.gateway.cli.mcpjungle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectNamesTest {

    @ParameterizedTest
    @CsvSource({"cursor,cursor", "My_Server,my-server", "Team A/Bot,team-a-bot", "-bot-,bot", "a__b,a-b", "é1,1"})
    void aNameBecomesADnsLabel(String there, String here) {
        assertThat(ObjectNames.mapped(there)).isEqualTo(here);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"日本語", "---", " ", "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"})
    void whatCannotBeKeptIsToldApartByADigest(String there) {
        String here = ObjectNames.mapped(there);
        assertThat(here).matches("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?").isEqualTo(ObjectNames.mapped(there));
        assertThat(here).isNotEqualTo(ObjectNames.mapped(there + "x"));
    }

    @Test
    void twoNamesThatWouldBecomeOneAreAnError() {
        var remarks = new Remarks();
        var names = new ObjectNames("group", remarks);
        assertThat(names.claim(group("Team A"))).hasValue("team-a");
        assertThat(names.claim(group("team-a"))).isEmpty();
        assertThat(remarks.all()).last().matches(remark -> remark.error());
    }

    private static JungleObject group(String name) {
        return new JungleObject.Group(new SourceLine("g.json", 1), name, null, List.of(), List.of(), List.of());
    }
}
