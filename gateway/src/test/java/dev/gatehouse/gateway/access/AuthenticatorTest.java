package dev.gatehouse.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.gateway.access.Authentication.Authenticated;
import dev.gatehouse.gateway.access.Authentication.Refused;
import dev.gatehouse.gateway.access.Authentication.Why;
import dev.gatehouse.gateway.testing.SettableClock;
import dev.gatehouse.model.access.Principal;
import dev.gatehouse.model.access.PrincipalKind;
import dev.gatehouse.model.access.TokenGrant;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthenticatorTest {

    private static final String TOKEN = "tok-0123456789abcdef";
    private static final String LONGEST = "x".repeat(Authenticator.MAX_TOKEN);

    private final SettableClock clock = new SettableClock();
    private final Instant start = clock.instant();
    private final Authenticator authenticator = new Authenticator(clock);

    @ParameterizedTest
    @ValueSource(strings = {"Bearer ", "bearer ", "BEARER ", "bEaReR "})
    void schemeIsKnownInAnyCase(String scheme) {
        assertThat(mcp(scheme + TOKEN, Configs.grant(TOKEN))).isInstanceOf(Authenticated.class);
    }

    @Test
    void missingHeaderIsRefusedAsMissing() {
        assertThat(mcp(null, Configs.grant(TOKEN))).isEqualTo(new Refused(Why.MISSING));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Bearer",
                "Bearer ",
                "Bearer  " + TOKEN,
                "Bearer\t" + TOKEN,
                " Bearer " + TOKEN,
                "Bearer " + TOKEN + " ",
                "Bearer " + TOKEN + " " + TOKEN,
                "Bearer " + TOKEN + ", Bearer " + TOKEN,
                "Bearer tok\u0000en",
                "Bearer tok\nen",
                "Bearer tok\u00e4n",
                "Bearer \u0142",
                "Bearer\u00a0" + TOKEN,
                "Basic " + TOKEN,
                "Bearer:" + TOKEN,
                "BearerX " + TOKEN,
                TOKEN
            })
    void whatCannotBeATokenIsRefusedAsMalformed(String header) {
        assertThat(mcp(header, Configs.grant(TOKEN))).isEqualTo(new Refused(Why.MALFORMED));
    }

    @Test
    void wideCharactersAreNotFoldedIntoAToken() {
        String wide = "Bearer " + (char) (TOKEN.charAt(0) + 0x100) + TOKEN.substring(1);

        assertThat(mcp(wide, Configs.grant(TOKEN))).isEqualTo(new Refused(Why.MALFORMED));
    }

    @Test
    void longestTokenIsAcceptedAndALongerOneIsNot() {
        assertThat(mcp("Bearer " + LONGEST, Configs.grant(LONGEST))).isInstanceOf(Authenticated.class);
        assertThat(mcp("Bearer " + LONGEST + "x", Configs.grant(LONGEST + "x"))).isEqualTo(new Refused(Why.MALFORMED));
    }

    @Test
    void unknownTokenIsRefused() {
        assertThat(mcp("Bearer other", Configs.grant(TOKEN))).isEqualTo(new Refused(Why.UNKNOWN));
    }

    @Test
    void tokensDifferInCase() {
        assertThat(mcp("Bearer TOK-0123456789ABCDEF", Configs.grant(TOKEN))).isEqualTo(new Refused(Why.UNKNOWN));
    }

    @Test
    void anyOneOfSeveralTokensAuthenticates() {
        var result = mcp("Bearer second", Configs.grant("first"), Configs.grant("second"));

        assertThat(result)
                .isInstanceOfSatisfying(
                        Authenticated.class,
                        one -> assertThat(one.credential().token()).isEqualTo(Configs.grant("second")));
    }

    @Test
    void tokenCountsFromItsFirstInstantToItsLast() {
        TokenGrant token = Configs.grant(TOKEN, start.plusSeconds(10), start.plusSeconds(20));

        assertThat(mcp("Bearer " + TOKEN, token)).isEqualTo(new Refused(Why.NOT_YET_VALID));
        clock.advance(Duration.ofSeconds(10));
        assertThat(mcp("Bearer " + TOKEN, token)).isInstanceOf(Authenticated.class);
        clock.advance(Duration.ofMillis(9_999));
        assertThat(mcp("Bearer " + TOKEN, token)).isInstanceOf(Authenticated.class);
        clock.advance(Duration.ofMillis(1));
        assertThat(mcp("Bearer " + TOKEN, token)).isEqualTo(new Refused(Why.EXPIRED));
    }

    @Test
    void tokensOfThePlanesNeverSubstituteForEachOther() {
        Principal user = Configs.principal(PrincipalKind.USER, "ann", List.of(Configs.grant("ann")));
        Principal client = Configs.principal(PrincipalKind.CLIENT, "bot", List.of(Configs.grant("bot")));

        assertThat(ask("Bearer ann", Plane.MCP, user, client)).isEqualTo(new Refused(Why.WRONG_PLANE));
        assertThat(ask("Bearer bot", Plane.API, user, client)).isEqualTo(new Refused(Why.WRONG_PLANE));
        assertThat(ask("Bearer ann", Plane.API, user, client)).isInstanceOf(Authenticated.class);
        assertThat(ask("Bearer bot", Plane.MCP, user, client)).isInstanceOf(Authenticated.class);
    }

    private Authentication mcp(@Nullable String header, TokenGrant... tokens) {
        return ask(header, Plane.MCP, Configs.principal(PrincipalKind.CLIENT, "cursor", List.of(tokens)));
    }

    private Authentication ask(@Nullable String header, Plane plane, Principal... principals) {
        var store = new AccessStore(clock);
        store.publish(Configs.of(principals));
        return authenticator.authenticate(Objects.requireNonNull(store.current()), header, plane);
    }
}
