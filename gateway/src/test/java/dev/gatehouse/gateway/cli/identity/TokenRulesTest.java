package dev.gatehouse.gateway.cli.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.access.MintedToken;
import dev.gatehouse.model.resource.SecretValue;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TokenRulesTest {

    @Test
    void aTokenOfOnesOwnIsTakenWhenTheGatewayWould() {
        assertThat(objection("own-token-5f0c2b7e9d1a4683")).isNull();
        assertThat(objection("short")).contains("16 bytes");
        assertThat(objection("aaaaaaaaaaaaaaaaaaaaaaaa")).contains("different characters");
        assertThat(objection("own token 5f0c2b7e9d1a4683")).contains("white space");
    }

    @Test
    void aMintedTokenWithAMisprintIsRefused() {
        String token = MintedToken.mint(new SplittableRandom(1)).text();
        assertThat(objection(token)).isNull();
        assertThat(objection(token.substring(0, 52) + (token.endsWith("0") ? "1" : "0")))
                .contains("checksum");
    }

    @Test
    void noObjectionQuotesTheToken() {
        assertThat(objection("hunter2")).doesNotContain("hunter2");
    }

    @Test
    void whiteSpaceAroundAFilesTokenIsNobodysIntention() {
        assertThat(TokenRules.stripped(" token\r\n".getBytes(UTF_8))).isEqualTo(SecretValue.of("token"));
    }

    private static @Nullable String objection(String token) {
        return TokenRules.objection(SecretValue.of(token));
    }
}
