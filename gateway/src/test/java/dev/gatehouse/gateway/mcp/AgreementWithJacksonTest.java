package dev.gatehouse.gateway.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * The scanner against a second, independent reader, on damaged messages: what the one takes the other takes and reads
 * alike, and what the other finds malformed or ambiguous the scanner refuses.
 */
class AgreementWithJacksonTest {

    private static final long SEED = 20_261_123L;
    private static final int CASES = 100_000;
    private static final Set<String> MALFORMED =
            Set.of("not_json", "truncated", "trailing", "duplicate_member", "batch", "not_an_object");

    private final ObjectMapper strict = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    @Test
    void neitherReaderTakesWhatTheOtherMisreads() {
        Mutations mutations = new Mutations(SEED);
        MessageScanner scanner = new MessageScanner(ScanLimits.DEFAULT);
        int accepted = 0;
        for (int i = 0; i < CASES; i++) {
            byte[] body = mutations.next();
            scanner.reset();
            ScanResult result = Feeding.whole(body, scanner);
            JsonNode tree = read(body);
            switch (result) {
                case ScanResult.Scanned(Message message) -> {
                    accepted++;
                    agrees(body, message, tree);
                }
                case ScanResult.Refused(Refusal refusal) -> justified(body, refusal, tree);
            }
        }
        assertThat(accepted).isBetween(CASES / 5, CASES * 4 / 5);
    }

    @Test
    void theVerdictDoesNotDependOnHowTheBodyArrives() {
        Mutations mutations = new Mutations(SEED + 1);
        Random random = new Random(SEED);
        MessageScanner scanner = new MessageScanner(ScanLimits.DEFAULT);
        for (int i = 0; i < CASES / 5; i++) {
            byte[] body = mutations.next();
            scanner.reset();
            ScanResult whole = Feeding.whole(body, scanner);
            scanner.reset();
            same(body, Feeding.split(body, scanner, random), whole);
        }
    }

    private void agrees(byte[] body, Message message, @Nullable JsonNode tree) {
        if (tree == null) {
            fail("only the scanner takes " + text(body));
            return;
        }
        JsonNode params = tree.path("params");
        Params read = message.params();
        Meta meta = read.meta();
        RequestId id = message.id();
        same(body, message.method(), tree.path("method").asText(""));
        same(body, value(read.name()), params.path("name").textValue());
        same(body, value(read.uri()), params.path("uri").textValue());
        same(
                body,
                value(meta == null ? null : meta.protocolVersion()),
                params.path("_meta")
                        .path("io.modelcontextprotocol/protocolVersion")
                        .textValue());
        same(body, id == null ? null : read(id.json().getBytes(StandardCharsets.UTF_8)), tree.get("id"));
        Text name = read.name();
        if (name != null) {
            ((ObjectNode) params).put("name", "other");
            same(body, read(SplicedBody.of(name, "other").apply(body)), tree);
        }
    }

    /** The cheap comparison first: a hundred thousand assertions would take most of the time. */
    private static void same(byte[] body, @Nullable Object found, @Nullable Object expected) {
        if (!Objects.equals(found, expected)) {
            assertThat(found).as(text(body)).isEqualTo(expected);
        }
    }

    private static @Nullable String value(@Nullable Text text) {
        return text == null ? null : text.value();
    }

    private static void justified(byte[] body, Refusal refusal, @Nullable JsonNode tree) {
        String reason = refusal.grounds();
        if (reason.equals("not_utf8")) {
            same(body, decoded(body), null);
        } else if (MALFORMED.contains(reason) && tree != null && tree.isObject()) {
            fail(reason + ", but it is not: " + text(body));
        }
    }

    private @Nullable JsonNode read(byte[] body) {
        String text = decoded(body);
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return strict.readTree(text);
        } catch (JsonProcessingException e) {
            return null; // malformed: the answer to the question
        }
    }

    private static @Nullable String decoded(byte[] body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException e) {
            return null; // not UTF-8: the answer to the question
        }
    }

    private static String text(byte[] body) {
        return new String(body, StandardCharsets.UTF_8);
    }
}
