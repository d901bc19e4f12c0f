package dev.gatehouse.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.access.Principal;
import dev.gatehouse.model.link.TokenUse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TokenUsesTest {

    private static final Instant NOON = Instant.parse("2026-07-28T12:00:00Z");

    private final TokenUses uses = new TokenUses();
    private final Credential credential = credential("cursor", "token-of-cursor-0123456789");

    @Test
    void useIsTakenOnceAndExactToTheMinute() {
        uses.authenticated(credential, NOON.plusSeconds(42));

        assertThat(uses.take(10, NOON))
                .containsExactly(new TokenUse(credential.principal().key(), "current", NOON));
        assertThat(uses.take(10, NOON)).isEmpty();
    }

    @Test
    void manyUsesWithinAMinuteAreOne() {
        for (int second = 0; second < 60; second++) {
            uses.authenticated(credential, NOON.plusSeconds(second));
        }

        assertThat(uses.take(10, NOON)).hasSize(1);
    }

    @Test
    void laterUseIsNewsAgain() {
        uses.authenticated(credential, NOON);
        uses.take(10, NOON);
        uses.authenticated(credential, NOON.plusSeconds(60));

        assertThat(uses.take(10, NOON)).extracting(TokenUse::at).isEqualTo(List.of(NOON.plusSeconds(60)));
    }

    @Test
    void whatDoesNotFitIsLeftForTheNextTime() {
        uses.authenticated(credential, NOON);
        uses.authenticated(credential("other", "token-of-other-0123456789"), NOON);

        assertThat(uses.take(1, NOON)).hasSize(1);
        assertThat(uses.take(1, NOON)).hasSize(1);
        assertThat(uses.take(1, NOON)).isEmpty();
    }

    @Test
    void oldUsesDoNotComeBackWhenTheyAreForgotten() {
        uses.authenticated(credential, NOON);
        uses.take(10, NOON);

        assertThat(uses.take(10, NOON.plus(Duration.ofHours(2)))).isEmpty();
        uses.authenticated(credential, NOON.plus(Duration.ofHours(2)));
        assertThat(uses.take(10, NOON.plus(Duration.ofHours(2)))).hasSize(1);
    }

    private static Credential credential(String name, String token) {
        Principal principal = Configs.client(name, token);
        return new Credential(principal, principal.tokens().getFirst());
    }
}
