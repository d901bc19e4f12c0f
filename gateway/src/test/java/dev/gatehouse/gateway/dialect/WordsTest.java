package dev.gatehouse.gateway.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.gateway.ledger.Grounds;
import dev.gatehouse.gateway.mcp.RequestId;
import dev.gatehouse.gateway.mcp.Text;
import dev.gatehouse.gateway.plan.Operation;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WordsTest {

    /** On which somebody is allowed, so that there is nothing to say. */
    private static final Set<Grounds> OF_ALLOWED =
            EnumSet.of(Grounds.SESSION, Grounds.RULE, Grounds.OWN_VIEW, Grounds.ROLE_ADMIN, Grounds.PUBLIC);

    private static final Set<Grounds> OF_WHOLE_KNOWN_TOKENS =
            EnumSet.of(Grounds.TOKEN_EXPIRED, Grounds.TOKEN_NOT_YET_VALID, Grounds.TOKEN_OF_OTHER_PLANE);

    private static final Set<Grounds> OF_WHAT_ANYBODY_SEES =
            EnumSet.of(Grounds.TOKEN_MISSING, Grounds.TOKEN_DOUBLED, Grounds.TOKEN_IN_QUERY);

    static Stream<Grounds> refusals() {
        return EnumSet.complementOf(EnumSet.copyOf(OF_ALLOWED)).stream();
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void everyRefusalIsAJsonRpcErrorWithASentence(Grounds grounds) throws IOException {
        JsonNode answer = json(Words.of(grounds).reply(new RequestId("7")));

        assertThat(answer.path("jsonrpc").asText()).isEqualTo("2.0");
        assertThat(answer.path("id").asInt()).isEqualTo(7);
        assertThat(answer.at("/error/message").asText()).isNotBlank();
    }

    @Test
    void tokensThatNobodyKnowsSoundTheSame() {
        Set<Words> words = Stream.of(Grounds.values())
                .filter(grounds -> grounds.label().startsWith("token_"))
                .filter(grounds -> !OF_WHOLE_KNOWN_TOKENS.contains(grounds) && !OF_WHAT_ANYBODY_SEES.contains(grounds))
                .map(Words::of)
                .collect(Collectors.toSet());

        assertThat(words).hasSize(1);
    }

    @Test
    void challengeRepeatsTheSentence() {
        Reply reply = Words.of(Grounds.TOKEN_EXPIRED).reply(null);

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.headers().get("WWW-Authenticate"))
                .startsWith("Bearer error=\"invalid_token\"")
                .contains(Words.of(Grounds.TOKEN_EXPIRED).sentence());
    }

    @Test
    void hiddenAndUnknownSoundTheSameToTheByte() throws IOException {
        var call = new Operation.CallTool(new Text("alpha__x", 0, 0));
        Set<JsonNode> answers = new HashSet<>();
        for (Dialect dialect : new Dialect[] {new Legacy(), new Modern()}) {
            for (Grounds grounds : Dialect.HIDING) {
                answers.add(json(dialect.refusal(grounds, call, new RequestId("1"), "alpha__x")));
            }
        }

        assertThat(answers).hasSize(1);
    }

    @Test
    void missingResourceHasTheCodeOfItsEra() throws IOException {
        var read = new Operation.ReadResource(new Text("doc://a", 0, 0));

        assertThat(json(new Legacy().refusal(Grounds.NO_OWNER, read, null, ""))
                        .at("/error/code")
                        .asInt())
                .isEqualTo(-32002);
        assertThat(json(new Modern().refusal(Grounds.NO_OWNER, read, null, ""))
                        .at("/error/code")
                        .asInt())
                .isEqualTo(-32602);
    }

    private static JsonNode json(Reply reply) throws IOException {
        var all = ByteBuffer.allocate(64 << 10);
        reply.json().forEach(part -> all.put(part.duplicate()));
        return new ObjectMapper().readTree(all.array(), 0, all.position());
    }
}
