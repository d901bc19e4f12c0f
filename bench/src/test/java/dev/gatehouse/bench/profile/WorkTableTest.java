package dev.gatehouse.bench.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.bench.profile.WorkTable.Match;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorkTableTest {

    private final WorkTable table = new WorkTable(List.of(
            WorkTable.entry("our.", "ours"), WorkTable.entry("our.door.", "door"), WorkTable.entry("http.", "HTTP")));

    @Test
    void lookUpInAMapIsTheWorkOfWhoeverLooksUp() {
        assertThat(table.match(List.of("java.util.HashMap.get", "our.door.Guard.check", "http.Parser.parse")))
                .isEqualTo(new Match("door", "our.door.Guard.check"));
    }

    @Test
    void longerPrefixWinsWhereverItStands() {
        assertThat(table.match(List.of("our.door.Guard.check")).work()).isEqualTo("door");
        assertThat(table.match(List.of("our.relay.Lane.send")).work()).isEqualTo("ours");
    }

    @Test
    void stackOfNobodyIsUnnamedAndToldByItsInnermostMethod() {
        assertThat(table.match(List.of("java.lang.Thread.sleep", "java.lang.Thread.run")))
                .isEqualTo(new Match(WorkTable.UNNAMED, "java.lang.Thread.sleep"));
        assertThat(table.match(List.of()).work()).isEqualTo(WorkTable.UNNAMED);
    }
}
