package dev.gatehouse.gateway.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SplicedBodyTest {

    private static final String BODY =
            Feeding.call("\"arguments\":{\"name\":\"demo__echo\"}, \"name\" : \"demo__\\u0065cho\"");

    private final ObjectMapper json = new ObjectMapper();

    @ParameterizedTest
    @ValueSource(
            strings = {"echo", "", "a\"b\\c\n", "漢字 \ud83d\ude00", "\u2028\u0000", "a much longer name than before"})
    void saysTheNewNameAndNothingElseAnew(String name) throws IOException {
        byte[] spliced = SplicedBody.of(name(BODY), name).apply(BODY.getBytes(StandardCharsets.UTF_8));

        ObjectNode expected = (ObjectNode) json.readTree(BODY);
        ((ObjectNode) expected.get("params")).put("name", name);
        JsonNode found = json.readTree(spliced);
        assertThat(found).isEqualTo(expected);
        assertThat(Feeding.scan(spliced))
                .isInstanceOfSatisfying(
                        ScanResult.Scanned.class,
                        scanned -> assertThat(scanned.message().params().name())
                                .extracting(Text::value)
                                .isEqualTo(name));
    }

    @Test
    void leavesEveryOtherByteAlone() {
        byte[] spliced = SplicedBody.of(name(BODY), "echo").apply(BODY.getBytes(StandardCharsets.UTF_8));

        assertThat(new String(spliced, StandardCharsets.UTF_8))
                .isEqualTo(BODY.replace("\"demo__\\u0065cho\"", "\"echo\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"echo", "", "a\"b\\c\n", "漢字 \ud83d\ude00", "\u007f", "a much longer name than before"})
    void partsSayTheSameAndShareTheBody(String name) {
        byte[] body = BODY.getBytes(StandardCharsets.UTF_8);
        byte[] larger = Arrays.copyOf(body, body.length + 100);
        SplicedBody splice = SplicedBody.of(name(BODY), name);

        ByteBuffer[] parts = splice.parts(larger, body.length);

        assertThat(joined(parts)).isEqualTo(splice.apply(body)).hasSize((int) splice.length(body.length));
        larger[0] = '[';
        larger[body.length - 1] = ']';
        assertThat(joined(parts)).startsWith('[').endsWith(']');
        assertThat(joined(splice.parts(body, body.length))).isEqualTo(splice.apply(body));
    }

    @Test
    void partsAreNeverEmpty() {
        byte[] body = BODY.getBytes(StandardCharsets.UTF_8);
        SplicedBody edges =
                SplicedBody.unchanged().with(0, 1, "{").with(1, 2, "\"").with(body.length - 1, body.length, "}");

        assertThat(edges.parts(body, body.length)).hasSize(4).allMatch(ByteBuffer::hasRemaining);
        assertThat(joined(edges.parts(body, body.length))).isEqualTo(body);
        assertThat(SplicedBody.unchanged().parts(body, body.length)).hasSize(1);
        assertThat(SplicedBody.unchanged().parts(body, 0)).isEmpty();
    }

    @Test
    void foretellsItsLength() {
        SplicedBody splice = SplicedBody.of(name(BODY), "é");

        assertThat(splice.length(BODY.length())).isEqualTo(splice.apply(BODY.getBytes(StandardCharsets.UTF_8)).length);
    }

    @Test
    void writesTheSameInPieces() {
        byte[] body = BODY.getBytes(StandardCharsets.UTF_8);
        SplicedBody splice = SplicedBody.of(name(BODY), "echo").with(BODY.indexOf("1,"), BODY.indexOf("1,") + 1, "42");
        byte[] whole = splice.apply(body);
        Random random = new Random(5);
        for (int round = 0; round < 500; round++) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            int at = 0;
            while (at < body.length) {
                int count = 1 + random.nextInt(Math.min(body.length - at, 20));
                ByteBuffer chunk = ByteBuffer.allocateDirect(count + 3).position(3);
                chunk.put(body, at, count).flip().position(3);
                for (ByteBuffer part : splice.chunk(at, chunk)) {
                    byte[] bytes = new byte[part.remaining()];
                    part.get(bytes);
                    out.writeBytes(bytes);
                }
                at += count;
            }
            assertThat(out.toByteArray()).isEqualTo(whole);
        }
    }

    @Test
    void changesNothingWithoutReplacement() {
        byte[] body = BODY.getBytes(StandardCharsets.UTF_8);

        assertThat(SplicedBody.unchanged().apply(body)).isEqualTo(body);
        assertThat(SplicedBody.unchanged().length(9)).isEqualTo(9);
    }

    @Test
    void refusesReplacementsThatOverlap() {
        SplicedBody splice = SplicedBody.unchanged().with(5, 9, "1");

        assertThatIllegalArgumentException().isThrownBy(() -> splice.with(8, 10, "2"));
    }

    private static byte[] joined(ByteBuffer[] parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (ByteBuffer part : parts) {
            out.write(part.array(), part.arrayOffset() + part.position(), part.remaining());
        }
        return out.toByteArray();
    }

    private static Text name(String body) {
        return Objects.requireNonNull(Feeding.accepted(body).params().name());
    }
}
