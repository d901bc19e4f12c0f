package dev.gatehouse.model.link;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.model.access.AccessConfig;
import dev.gatehouse.model.access.TrustedIssuer;
import dev.gatehouse.model.resource.Kind;
import dev.gatehouse.model.resource.ResourceKey;
import dev.gatehouse.model.resource.SecretValue;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameReaderTest {

    private static final ObjectFinding FINDING = new ObjectFinding(
            new ResourceKey(Kind.MCP_CLIENT, "team-a", "cursor"),
            true,
            "SecretNotFound",
            "spec.tokens[0].secretRef",
            "There is no Secret team-a/cursor; make it, or correct the reference.");

    @Test
    void everyFrameReadsBackEqual() throws Exception {
        List<Frame> frames = List.of(
                new Frame.Hello(LinkProtocol.VERSION, "link-1", Duration.ofMillis(1500)),
                new Frame.Keys(List.of(SecretValue.of("k".repeat(32)))),
                new Frame.Keys(List.of()),
                new Frame.Issuer(new TrustedIssuer("https://issuer", "gatehouse", "{\"keys\":[]}")),
                new Frame.Issuer(null),
                new Frame.Whole(7, AccessConfig.EMPTY),
                new Frame.Findings(new ObjectFindings(List.of(FINDING), 3)),
                new Frame.Findings(ObjectFindings.NONE),
                new Frame.Heartbeat(7),
                new Frame.GoingAway());
        var wire = new ByteArrayOutputStream();
        for (Frame frame : frames) {
            FrameWriter.write(frame, line -> append(line, wire));
        }

        var reader = new FrameReader(new ByteArrayInputStream(wire.toByteArray()));
        var read = new ArrayList<Frame>();
        for (Frame frame = reader.next(); frame != null; frame = reader.next()) {
            read.add(frame);
        }
        assertThat(read).isEqualTo(frames);
    }

    @Test
    void unknownFrameThatIsOptionalIsPassedOver() throws Exception {
        var reader = reader("{\"frame\":\"later\",\"optional\":true}\n{\"frame\":\"goingAway\"}\n");

        assertThat(reader.next()).isEqualTo(new Frame.GoingAway());
    }

    @Test
    void findingsAreOptionalForGatewaysThatDoNotKnowThem() {
        var wire = new ByteArrayOutputStream();
        FrameWriter.write(new Frame.Findings(ObjectFindings.NONE), line -> append(line, wire));

        assertThat(wire.toString(UTF_8)).contains("\"optional\":true");
    }

    @Test
    void findingsOnAKindThatIsNotKnownAreCountedOnly() throws Exception {
        var reader =
                reader("{\"frame\":\"findings\",\"optional\":true,\"more\":1,\"findings\":[{\"kind\":\"Later\"}]}\n");

        assertThat(reader.next()).isEqualTo(new Frame.Findings(new ObjectFindings(List.of(), 2)));
    }

    @Test
    void mistakesComeBeforeWarningsWhereNotAllFindingsFit() {
        var warning = new ObjectFinding(FINDING.object(), false, "Warning", "", "It works, and deserves a look.");
        var all = new ArrayList<>(Collections.nCopies(ObjectFindings.MOST, warning));
        all.add(FINDING);

        ObjectFindings told = ObjectFindings.of(all);
        assertThat(told.told().getFirst()).isEqualTo(FINDING);
        assertThat(told.told()).hasSize(ObjectFindings.MOST);
        assertThat(told.more()).isOne();
    }

    @Test
    void largestFindingsFitALine() {
        var longest = new ObjectFinding(
                new ResourceKey(Kind.MCP_ALLOW_LIST, "n".repeat(63), "o".repeat(253)),
                false,
                "AllowListNotFound",
                "\u0001".repeat(ObjectFinding.LONGEST_PATH),
                "\u0001".repeat(ObjectFinding.LONGEST_MESSAGE));
        var wire = new ByteArrayOutputStream();
        FrameWriter.write(
                new Frame.Findings(ObjectFindings.of(Collections.nCopies(ObjectFindings.MOST, longest))),
                line -> append(line, wire));

        assertThat(wire.size()).isLessThan(FrameReader.MAX_LINE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"frame\":\"later\"}\n",
                "{\"frame\":\"heartbeat\"}\n",
                "{\"frame\":\"heartbeat\",\"version\":-1}\n",
                "{\"frame\":\"keys\"}\n",
                "{\"frame\":\"keys\",\"keys\":[\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\"]}\n",
                "{\"frame\":\"hello\",\"protocol\":1,\"link\":\"\",\"heartbeatMillis\":2000}\n",
                "{\"frame\":\"hello\",\"protocol\":1,\"link\":\"a\",\"heartbeatMillis\":0}\n",
                "{\"frame\":\"whole\",\"version\":1}\n{\"entry\":\"start\",\"from\":\"00\",\"what\":\"config\"}\n",
                "{\"frame\":\"whole\",\"version\":1}\n",
                "{\"frame\":\"findings\",\"optional\":true}\n",
                "no JSON\n",
                "[]\n",
                "{\"frame\":\"goingAway\"}"
            })
    void whatMakesNoSenseIsAnError(String wire) {
        assertThatThrownBy(() -> reader(wire).next()).isInstanceOf(LinkException.class);
    }

    @Test
    void lineWithoutAnEndIsNotCollected() {
        var endless = new InputStream() {
            private long given;

            @Override
            public int read() {
                given++;
                return 'x';
            }

            @Override
            public int read(byte[] bytes, int offset, int length) {
                Arrays.fill(bytes, offset, offset + length, (byte) 'x');
                given += length;
                return length;
            }
        };

        assertThatThrownBy(() -> new FrameReader(endless).next()).isInstanceOf(LinkException.class);
        assertThat(endless.given).isLessThan(2L * FrameReader.MAX_LINE);
    }

    @Test
    void errorTellsNothingOfWhatWasSaid() {
        assertThatThrownBy(() ->
                        reader("{\"frame\":\"keys\",\"keys\":[\"c2VjcmV0\n").next())
                .hasMessageNotContaining("c2VjcmV0");
    }

    private static FrameReader reader(String wire) {
        return new FrameReader(new ByteArrayInputStream(wire.getBytes(UTF_8)));
    }

    private static void append(byte[] line, ByteArrayOutputStream wire) {
        wire.writeBytes(line);
        wire.write('\n');
    }
}
