package dev.gatehouse.gateway.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Few names are compared one by one and many are looked up: neither may lose one, at the change from one to the other. */
class MemberNamesTest {

    private static final int MOST = 3 * MemberNames.FEW;

    private final MessageScanner scanner = new MessageScanner(ScanLimits.DEFAULT);

    @Test
    void secondOfAnyOfAnyNumberOfNamesIsFound() {
        for (int count = 1; count <= MOST; count++) {
            assertThat(refusal("{" + names(count) + "}")).as("%d names", count).isEqualTo("none");
            for (int again = 0; again < count; again++) {
                assertThat(refusal("{" + names(count) + ",\"n" + again + "\":1}"))
                        .as("number %d of %d", again, count)
                        .isEqualTo("duplicate_member");
            }
        }
    }

    @Test
    void objectsInsideLeaveTheNamesAroundThemAlone() {
        for (int count = 1; count <= MOST; count++) {
            String inside = ",\"inner\":{" + names(count) + ",\"deep\":[{" + names(count) + "}]}";
            assertThat(refusal("{" + names(count) + inside + "}")).isEqualTo("none");
            assertThat(refusal("{" + names(count) + inside + ",\"n0\":1}")).isEqualTo("duplicate_member");
            assertThat(refusal("{" + names(count) + inside + ",\"inner\":1}")).isEqualTo("duplicate_member");
        }
    }

    @Test
    void objectsSideBySideHaveNamesOfTheirOwn() {
        String one = "{" + names(MOST) + "}";

        assertThat(refusal("[" + (one + ",").repeat(20) + one + "]")).isEqualTo("none");
        assertThat(refusal("[" + "[{\"a\":[{\"a\":[{\"a\":1}]}]}],".repeat(9) + "{\"a\":1,\"b\":2,\"a\":3}]"))
                .isEqualTo("duplicate_member");
    }

    @Test
    void nextMessageStartsWithoutTheNamesOfTheLast() {
        assertThat(refusal("{" + names(MOST) + ",\"n1\":1}")).isEqualTo("duplicate_member");
        assertThat(refusal("{" + names(MOST) + "}")).isEqualTo("none");
        assertThat(refusal("{\"open\":{\"n0\":{\"n0\":")).isEqualTo("truncated");
        assertThat(refusal("{" + names(1) + "}")).isEqualTo("none");
    }

    private static String names(int count) {
        return IntStream.range(0, count).mapToObj(n -> "\"n" + n + "\":1").collect(Collectors.joining(","));
    }

    private String refusal(String arguments) {
        scanner.reset();
        String body = Feeding.call("\"name\":\"x\",\"arguments\":" + arguments);
        byte[] bytes = (arguments.endsWith(":") ? body.substring(0, body.length() - 2) : body)
                .getBytes(StandardCharsets.UTF_8);
        return switch (Feeding.whole(bytes, scanner)) {
            case ScanResult.Scanned _ -> "none";
            case ScanResult.Refused(Refusal refusal) -> refusal.grounds();
        };
    }
}
