package dev.gatehouse.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.access.PrincipalKey;
import dev.gatehouse.model.access.PrincipalKind;
import dev.gatehouse.model.access.ServerId;
import java.security.SecureRandom;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class CursorSealerTest {

    private static final PrincipalKey ALICE = new PrincipalKey(PrincipalKind.CLIENT, "team-a", "alice");
    private static final PrincipalKey BOB = new PrincipalKey(PrincipalKind.CLIENT, "team-a", "bob");
    private static final ServerId GIT = new ServerId("platform", "git");
    private static final ServerId JIRA = new ServerId("platform", "jira");

    private final SecureRandom random = new SecureRandom();
    private final CursorSealer sealer = new CursorSealer(SessionKeys.random(random), random);

    @Test
    void cursorComesBackToThePrincipalWhoGotIt() {
        assertThat(sealer.open(ALICE, GIT, "tools/list", seal("page 2 – ü"))).isEqualTo("page 2 – ü");
    }

    @Test
    void emptyCursorIsACursor() {
        assertThat(sealer.open(ALICE, GIT, "tools/list", seal(""))).isEmpty();
    }

    @Test
    void anotherPrincipalCannotUseIt() {
        assertThat(sealer.open(BOB, GIT, "tools/list", seal("2"))).isNull();
    }

    @Test
    void itIsGoodForNoOtherServer() {
        assertThat(sealer.open(ALICE, JIRA, "tools/list", seal("2"))).isNull();
    }

    @Test
    void itIsGoodForNoOtherList() {
        assertThat(sealer.open(ALICE, GIT, "prompts/list", seal("2"))).isNull();
    }

    @Test
    void upstreamsOwnCursorIsNotTaken() {
        assertThat(sealer.open(ALICE, GIT, "tools/list", "2")).isNull();
    }

    @Test
    void everyChangedCharacterIsRefused() {
        String cursor = seal("2");
        for (int i = 0; i < cursor.length(); i++) {
            char other = cursor.charAt(i) == 'A' ? 'B' : 'A';
            assertThat(sealer.open(ALICE, GIT, "tools/list", cursor.substring(0, i) + other + cursor.substring(i + 1)))
                    .isNull();
        }
    }

    @Test
    void cursorOfUnreasonableLengthIsNotTakenFromAnUpstream() {
        assertThat(sealer.seal(ALICE, GIT, "tools/list", "x".repeat(CursorSealer.MAX_UPSTREAM_CURSOR + 1)))
                .isNull();
    }

    @Test
    void longestCursorCanBeOpenedAgain() {
        String longest = "x".repeat(CursorSealer.MAX_UPSTREAM_CURSOR);

        assertThat(sealer.open(ALICE, GIT, "tools/list", seal(longest))).isEqualTo(longest);
    }

    private String seal(String cursor) {
        return Objects.requireNonNull(sealer.seal(ALICE, GIT, "tools/list", cursor));
    }
}
