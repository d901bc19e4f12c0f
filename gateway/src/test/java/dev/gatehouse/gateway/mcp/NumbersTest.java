package dev.gatehouse.gateway.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Item 14 of the attack list: ids and numbers that readers disagree about. */
class NumbersTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "true",
                "{}",
                "[]",
                "[1]",
                "1.0",
                "1.5",
                "1e0",
                "1E2",
                "1e400",
                "-0.0",
                "9007199254740992",
                "-9007199254740992",
                "9223372036854775808",
                "18446744073709551617",
                "123456789012345678901234567890",
            })
    void refusesIdsThatSomeReaderWouldChange(String id) {
        assertThat(Feeding.refused(request(id)))
                .extracting(Refusal::status, Refusal::code, Refusal::grounds, Refusal::id)
                .containsExactly(400, JsonRpcCode.INVALID_REQUEST, "bad_id", null);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "0 | 0",
                "-0 | 0",
                "-1 | -1",
                "9007199254740991 | 9007199254740991",
                "-9007199254740991 | -9007199254740991",
                "\"\" | \"\"",
                "\"a\\u0062\\/\" | \"ab/\"",
                "\"\\u00e9\" | \"é\"",
                "\"\\ud83d\\ude00\" | \"😀\"",
                "\"\\n\\u0000\\\"\" | \"\\n\\u0000\\\"\"",
                "\"1\" | \"1\"",
            })
    void readsIdsInOneSpelling(String id, String canonical) {
        assertThat(Feeding.accepted(request(id)).id()).isEqualTo(new RequestId(canonical));
    }

    @ParameterizedTest
    @ValueSource(ints = {255, 300, 10_000})
    void refusesLongIds(int letters) {
        assertThat(Feeding.refused(request("\"" + "x".repeat(letters) + "\"")).grounds())
                .isEqualTo("bad_id");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 254})
    void takesIdsUpToTheBound(int letters) {
        Feeding.accepted(request("\"" + "x".repeat(letters) + "\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-0", "10", "1.0", "0.5", "1e5", "1E+5", "1e-5", "0e0", "-1.25E-7", "1e400"})
    void takesEveryJsonNumberAmongArguments(String number) {
        Feeding.accepted(Feeding.call("\"name\":\"x\",\"arguments\":{\"n\":" + number + ",\"l\":[" + number + "]}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "01", "-01", "00", "+1", "1.", ".5", "-", "-.5", "1e", "1e+", "1.e5", "0x10", "1_000", "1f", "--1",
                "1.2.3"
            })
    void refusesWhatIsNoJsonNumber(String number) {
        assertThat(Feeding.refused(Feeding.call("\"name\":\"x\",\"arguments\":{\"n\":" + number + "}"))
                        .code())
                .isEqualTo(JsonRpcCode.PARSE_ERROR);
    }

    private static String request(String id) {
        return "{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"method\":\"ping\"}";
    }
}
