package dev.gatehouse.gateway.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DraftTest {

    @Test
    void resetForgetsEveryMember() {
        Draft draft = new Draft();
        for (Member member : Member.values()) {
            draft.begin(member, JsonType.TRUE, 0);
            draft.text(member, new Text("x", 0, 1));
            draft.token(member, JsonType.STRING, "x", 0, 1);
        }

        draft.reset();

        assertThat(Stream.of(Member.values())).noneMatch(draft::has).noneMatch(member -> draft.text(member) != null);
        assertThat(draft.id()).isNull();
        assertThat(draft.params()).isEqualTo(Params.ABSENT);
    }
}
