package dev.gatehouse.gateway.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Item 15 of the attack list: whatever the caller can make large has a bound, and the bound itself still passes. */
class BoundsTest {

    private static final ScanLimits SMALL = new ScanLimits(2_000, 8, 20, 30, 40);

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":"})
    void boundsTheDepth(String opening) {
        String closing = opening.equals("[") ? "]" : "}";
        String within = opening.repeat(5) + "0" + closing.repeat(5);
        String beyond = opening.repeat(7) + "0" + closing.repeat(7);

        assertThat(reason("\"arguments\":[" + within + "]")).isEqualTo("accepted");
        assertThat(reason("\"arguments\":" + beyond)).isEqualTo("too_deep");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":"})
    void stopsADepthBombAtOnce(String opening) {
        byte[] bomb = ("{\"params\":" + opening.repeat(500_000)).getBytes(StandardCharsets.UTF_8);
        MessageScanner scanner = new MessageScanner(ScanLimits.DEFAULT);

        assertThat(scanner.feed(bomb, 0, 500)).isFalse();
        assertThat(scanner.refusal()).extracting(Refusal::grounds).isEqualTo("too_deep");
    }

    @Test
    void boundsTheMembersOfAllObjectsTogether() {
        assertThat(reason("\"name\":\"x\",\"arguments\":[" + objects(14) + "]")).isEqualTo("accepted");
        assertThat(reason("\"name\":\"x\",\"arguments\":[" + objects(15) + "]")).isEqualTo("too_many_members");
    }

    @Test
    void boundsMemberNames() {
        assertThat(reason("\"" + "n".repeat(30) + "\":1")).isEqualTo("accepted");
        assertThat(reason("\"" + "n".repeat(31) + "\":1")).isEqualTo("name_too_long");
        assertThat(reason("\"" + "\\u006e".repeat(31) + "\":1")).isEqualTo("name_too_long");
    }

    @Test
    void boundsTheStringsThatAreReadAndNoOthers() {
        assertThat(reason("\"name\":\"" + "é".repeat(20) + "\"")).isEqualTo("accepted");
        assertThat(reason("\"name\":\"" + "é".repeat(21) + "\"")).isEqualTo("string_too_long");
        assertThat(reason("\"arguments\":\"" + "é".repeat(500) + "\"")).isEqualTo("accepted");
    }

    @Test
    void boundsNumbers() {
        assertThat(reason("\"arguments\":" + "7".repeat(NumberToken.MAX_LENGTH)))
                .isEqualTo("accepted");
        assertThat(reason("\"arguments\":" + "7".repeat(NumberToken.MAX_LENGTH + 1)))
                .isEqualTo("number_too_long");
        assertThat(reason("\"arguments\":1e" + "0".repeat(NumberToken.MAX_LENGTH)))
                .isEqualTo("number_too_long");
    }

    @Test
    void boundsTheWholeMessage() {
        int frame = Feeding.call("").length();
        assertThat(reason(" ".repeat(2_000 - frame))).isEqualTo("accepted");
        assertThat(Feeding.refused(" ".repeat((int) ScanLimits.DEFAULT.bytes() + 1)))
                .extracting(Refusal::status, Refusal::grounds)
                .containsExactly(413, "too_long");
        assertThat(reason(" ".repeat(2_001 - frame))).isEqualTo("too_long");
    }

    @Test
    void boundsTheUrisOfAListen() {
        String uri = "\"a:1\",";
        String most = uri.repeat(ListenFilter.MAX_URIS - 1) + "\"a:1\"";

        Feeding.accepted(Feeding.call("\"notifications\":{\"resourceSubscriptions\":[" + most + "]}"));
        assertThat(Feeding.refused(Feeding.call("\"notifications\":{\"resourceSubscriptions\":[" + uri + most + "]}"))
                        .grounds())
                .isEqualTo("bad_params");
    }

    @Test
    void boundsTheUnknownMembersThatItLooksAtClosely() {
        StringBuilder params = new StringBuilder("\"name\":\"x\"");
        for (int i = 0; i < 1_001; i++) {
            params.append(",\"é").append(i).append("\":1");
        }
        assertThat(Feeding.refused(Feeding.call(params.toString())).grounds()).isEqualTo("too_many_members");
    }

    @Test
    void servesTheNextMessageAfterALargeOne() {
        MessageScanner scanner = new MessageScanner(ScanLimits.DEFAULT);
        byte[] large = Feeding.call("\"name\":\"" + "x".repeat(10_000) + "\",\"arguments\":[" + objects(5_000) + "]")
                .getBytes(StandardCharsets.UTF_8);
        byte[] small = Feeding.call("\"name\":\"y\",\"a\":1").getBytes(StandardCharsets.UTF_8);

        assertThat(Feeding.whole(large, scanner)).isInstanceOf(ScanResult.Scanned.class);
        scanner.reset();
        ScanResult second = Feeding.whole(small, scanner);

        assertThat(second).isEqualTo(Feeding.scan(small));
    }

    @Test
    void refusesBoundsThatNothingFits() {
        assertThatIllegalArgumentException().isThrownBy(() -> ScanLimits.DEFAULT.withBytes(0));
    }

    @Test
    void endsAMessageWhoseNamesWereChosenToMakeLookUpsSlow() {
        StringBuilder members = new StringBuilder();
        int found = 0;
        for (int i = 0; found <= MemberNames.MAX_PROBES; i++) {
            if (MemberNames.place(MemberNames.key(3, name(i)), 1_023) == 7) {
                members.append(found++ == 0 ? "" : ",").append("\"n").append(i).append("\":0");
            }
        }

        assertThat(Feeding.refused(Feeding.call("\"arguments\":{" + members + "}"))
                        .grounds())
                .isEqualTo("too_many_members");
    }

    private static Capture name(int number) {
        byte[] bytes = ("n" + number).getBytes(StandardCharsets.UTF_8);
        Capture name = new Capture();
        name.begin(bytes.length);
        name.append(bytes, 0, bytes.length);
        return name;
    }

    private static String objects(int count) {
        return "{\"a\":1},".repeat(count - 1) + "{\"a\":1}";
    }

    private static String reason(String params) {
        byte[] body = Feeding.call(params).getBytes(StandardCharsets.UTF_8);
        return switch (Feeding.scan(body, SMALL)) {
            case ScanResult.Scanned(Message message) -> "accepted";
            case ScanResult.Refused(Refusal refusal) -> refusal.grounds();
        };
    }
}
