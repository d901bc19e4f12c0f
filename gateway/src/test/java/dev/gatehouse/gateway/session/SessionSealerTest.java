package dev.gatehouse.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.model.access.Grants;
import dev.gatehouse.model.access.Principal;
import dev.gatehouse.model.access.PrincipalKey;
import dev.gatehouse.model.access.PrincipalKind;
import dev.gatehouse.model.access.ServerId;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SessionSealerTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final Duration DAY = Duration.ofHours(24);
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    private final SecureRandom random = new SecureRandom();
    private final SessionKeys keys = SessionKeys.random(random);
    private final SessionSealer sealer = sealer(keys, NOW);

    @Test
    void sessionComesBackWhole() {
        assertThat(open(sealer.seal(session()))).isEqualTo(session());
    }

    @Test
    void sessionOutlivesANewKeyBeforeItsOwnAndEndsWithIt() {
        String id = sealer.seal(session());
        byte[] own = keys.keys().getFirst();
        byte[] next = new byte[SessionKeys.KEY_BYTES];
        sealer.replace(SessionKeys.of(List.of(next, own)));
        assertThat(open(id)).isEqualTo(session());

        sealer.replace(SessionKeys.of(List.of(next)));
        assertThat(open(id)).isNull();
    }

    @Test
    void idIsVisibleAsciiOnly() {
        assertThat(sealer.seal(session())).matches("[A-Za-z0-9_-]+");
    }

    @Test
    void twoSealsOfOneSessionDiffer() {
        assertThat(sealer.seal(session())).isNotEqualTo(sealer.seal(session()));
    }

    @Test
    void idTellsNothingOfWhatItHolds() {
        String id = sealer.seal(session());

        assertThat(new String(Base64.getUrlDecoder().decode(id), StandardCharsets.ISO_8859_1))
                .doesNotContain("cursor")
                .doesNotContain("upstream-session");
    }

    @Test
    void everyOtherCharacterAtEveryPlaceIsRefused() {
        String id = sealer.seal(session());
        for (int i = 0; i < id.length(); i++) {
            for (int j = 0; j < ALPHABET.length(); j++) {
                char c = ALPHABET.charAt(j);
                if (c != id.charAt(i)) {
                    assertThat(open(id.substring(0, i) + c + id.substring(i + 1)))
                            .as("%s at %d", c, i)
                            .isNull();
                }
            }
        }
    }

    @Test
    void shortenedLengthenedAndPaddedIdsAreRefused() {
        String id = sealer.seal(session());
        for (int length = 0; length < id.length(); length++) {
            assertThat(open(id.substring(0, length))).isNull();
        }
        for (String more : List.of("A", "AA", "AAAA", "=", "==", " ", "\n", "é", "\0")) {
            assertThat(open(id + more)).isNull();
            assertThat(open(more + id)).isNull();
        }
    }

    @Test
    void idBeyondTheBoundIsRefusedUnread() {
        assertThat(open("A".repeat(SessionSealer.MAX_LENGTH + 4))).isNull();
    }

    @Test
    void idOfAForeignKeyIsRefused() {
        assertThat(open(sealer(SessionKeys.random(random), NOW).seal(session())))
                .isNull();
    }

    @Test
    void cursorIsNoSession() {
        String cursor = new CursorSealer(keys, random)
                .seal(session().principal(), new ServerId("a", "b"), "tools/list", "next");

        assertThat(open(String.valueOf(cursor))).isNull();
    }

    @Test
    void anotherPrincipalsSessionIsRefused() {
        String id = sealer.seal(session());

        assertThat(sealer.open(id, principal("other", "uid-1"), "mcp", DAY)).isNull();
    }

    @Test
    void principalMadeAgainUnderTheSameNameDoesNotInheritSessions() {
        String id = sealer.seal(session());

        assertThat(sealer.open(id, principal("cursor", "uid-2"), "mcp", DAY)).isNull();
    }

    @Test
    void sessionOfAnotherEndpointIsRefused() {
        String id = sealer.seal(session());

        assertThat(sealer.open(id, principal("cursor", "uid-1"), "servers/git", DAY))
                .isNull();
    }

    @Test
    void sessionEndsAtItsAge() {
        String id = sealer.seal(session());

        assertThat(openAt(id, NOW.plus(DAY).minusMillis(1))).isNotNull();
        assertThat(openAt(id, NOW.plus(DAY))).isNull();
    }

    @Test
    void endedSessionOpensNoMore() {
        String id = sealer.seal(session());

        sealer.end(session());

        assertThat(open(id)).isNull();
    }

    @Test
    void sessionFromTheFutureIsRefused() {
        String id = sealer(keys, NOW).seal(session());

        assertThat(openAt(id, NOW.minusSeconds(61))).isNull();
    }

    @Test
    void olderKeysStillOpenButOnlyTheFirstSeals() {
        byte[] older = new byte[32];
        byte[] newer = new byte[32];
        newer[0] = 1;
        String before = sealer(SessionKeys.of(List.of(older)), NOW).seal(session());
        SessionSealer both = sealer(SessionKeys.of(List.of(newer, older)), NOW);
        SessionSealer after = sealer(SessionKeys.of(List.of(newer)), NOW);

        assertThat(both.open(before, caller(), "mcp", DAY)).isEqualTo(session());
        assertThat(after.open(both.seal(session()), caller(), "mcp", DAY)).isEqualTo(session());
        assertThat(after.open(before, caller(), "mcp", DAY)).isNull();
    }

    @Test
    void sessionTooLargeForItsIdIsRefusedWhenSealing() {
        Map<ServerId, UpstreamSession> upstreams = new HashMap<>();
        for (int i = 0; i < 10; i++) {
            upstreams.put(new ServerId("ns", "server" + i), new UpstreamSession("x".repeat(1000), "2025-11-25"));
        }
        SessionState large = session(upstreams);

        assertThat(SessionSealer.fits(large)).isFalse();
        assertThatThrownBy(() -> sealer.seal(large)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void idThatHasBeenOpenedBeforeIsJudgedAnew() {
        String id = sealer.seal(session());
        assertThat(open(id)).isEqualTo(session());

        assertThat(sealer.open(id, principal("other", "uid-1"), "mcp", DAY)).isNull();
        assertThat(sealer.open(id, caller(), "servers/git", DAY)).isNull();
        assertThat(sealer.open(id, caller(), "mcp", Duration.ofNanos(-1))).isNull();
        assertThat(open(id)).isEqualTo(session());
        sealer.end(session());
        assertThat(open(id)).isNull();
    }

    @Test
    void idsThatShareAPlaceOpenToTheirOwn() {
        for (int i = 0; i < 3000; i++) {
            SessionState state =
                    session(Map.of(new ServerId("platform", "git-" + i), new UpstreamSession("s", "2025-11-25")));
            String id = sealer.seal(state);
            assertThat(open(id)).isEqualTo(state);
            assertThat(open(id)).isEqualTo(state);
        }
    }

    private @Nullable SessionState open(String id) {
        return sealer.open(id, caller(), "mcp", DAY);
    }

    private @Nullable SessionState openAt(String id, Instant time) {
        return sealer(keys, time).open(id, caller(), "mcp", DAY);
    }

    private SessionSealer sealer(SessionKeys sealedWith, Instant time) {
        return new SessionSealer(sealedWith, random, Clock.fixed(time, ZoneOffset.UTC));
    }

    private static SessionState session() {
        return session(Map.of(
                new ServerId("platform", "git"), new UpstreamSession("upstream-session-1", "2025-06-18"),
                new ServerId("platform", "plain"), new UpstreamSession("", "2025-11-25")));
    }

    private static SessionState session(Map<ServerId, UpstreamSession> upstreams) {
        return new SessionState(caller().key(), "uid-1", "mcp", "2025-11-25", -42, upstreams, NOW);
    }

    private static Principal caller() {
        return principal("cursor", "uid-1");
    }

    private static Principal principal(String name, String uid) {
        var key = new PrincipalKey(PrincipalKind.CLIENT, "team-a", name);
        return new Principal(key, uid, 1, null, List.of(), Grants.NONE, null);
    }
}
