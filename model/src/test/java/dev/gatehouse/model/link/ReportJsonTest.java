package dev.gatehouse.model.link;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.model.access.ListedNames;
import dev.gatehouse.model.access.OfferedNames;
import dev.gatehouse.model.access.PrincipalKey;
import dev.gatehouse.model.access.PrincipalKind;
import dev.gatehouse.model.access.ServerId;
import dev.gatehouse.model.access.StateDigest;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReportJsonTest {

    private static final TokenUse USE = new TokenUse(
            new PrincipalKey(PrincipalKind.CLIENT, "team-a", "cursor"),
            "current",
            Instant.parse("2026-07-28T10:00:00Z"));

    @Test
    void reportReadsBackEqual() throws Exception {
        var server = new DiscoveredServer(
                new ServerId("platform", "weather"),
                3,
                "modern",
                2,
                1,
                0,
                Map.of("forecast", "ab12", "alerts", "cd34"),
                new OfferedNames(
                        ListedNames.of(List.of("alerts", "forecast")),
                        ListedNames.UNKNOWN,
                        ListedNames.PARTIAL,
                        ListedNames.of(List.of())));
        var report = new GatewayReport("link-1", List.of(USE), List.of(server));

        assertThat(ReportJson.parse(ReportJson.write(report))).isEqualTo(report);
    }

    @Test
    void gatewayThatTellsNoNamesIsUnderstood() throws Exception {
        byte[] older = """
                {"link":"link-1","tokens":[],"servers":[{"namespace":"platform","name":"weather","generation":3,
                "protocol":"2025-11-25","tools":1,"prompts":0,"resources":0,"toolDigests":{"forecast":"ab12"}}]}""".getBytes(UTF_8);

        assertThat(ReportJson.parse(older).servers().getFirst().names()).isEqualTo(OfferedNames.PARTIAL);
    }

    @Test
    void reportOfMostTokensFitsTheBound() {
        var longest = new TokenUse(
                new PrincipalKey(PrincipalKind.CLIENT, "n".repeat(63), "p".repeat(253)), "t".repeat(63), Instant.EPOCH);
        var report = new GatewayReport("link-1", Collections.nCopies(GatewayReport.MAX_TOKENS, longest), List.of());

        assertThat(ReportJson.write(report)).hasSizeLessThan(GatewayReport.MAX_LENGTH);
    }

    @Test
    void reportOfServersThatOfferMostFitsTheBound() {
        var digests = new TreeMap<String, String>();
        for (int i = 0; i < DiscoveredServer.MAX_TOOL_DIGESTS; i++) {
            digests.put(String.format("%0128d", i), "f".repeat(64));
        }
        List<String> uris = IntStream.range(0, ListedNames.MOST)
                .mapToObj(
                        i -> "文".repeat(ListedNames.MOST_CHARACTERS / ListedNames.MOST - 4) + String.format("%04d", i))
                .toList();
        ListedNames most = ListedNames.of(uris);
        assertThat(most).isInstanceOf(ListedNames.Complete.class);
        var server = new DiscoveredServer(
                new ServerId("n".repeat(63), "s".repeat(253)),
                Long.MAX_VALUE,
                "2025-11-25",
                10_000,
                10_000,
                10_000,
                digests,
                new OfferedNames(most, most, most, most));

        var report = new GatewayReport("link-1", List.of(), Collections.nCopies(GatewayReport.SERVERS_AT_ONCE, server));
        assertThat(ReportJson.write(report)).hasSizeLessThan(GatewayReport.MAX_LENGTH);
    }

    @Test
    void listThatCouldNotBeFetchedIsKeptAsItWas() {
        DiscoveredServer before = discovered(
                3,
                new OfferedNames(
                        ListedNames.of(List.of("a")), ListedNames.PARTIAL, ListedNames.UNKNOWN, ListedNames.UNKNOWN));
        DiscoveredServer after = discovered(
                3,
                new OfferedNames(
                        ListedNames.UNKNOWN,
                        ListedNames.UNKNOWN,
                        ListedNames.of(List.of("doc://a")),
                        ListedNames.UNKNOWN));

        assertThat(after.completedBy(before).names())
                .isEqualTo(new OfferedNames(
                        ListedNames.of(List.of("a")),
                        ListedNames.PARTIAL,
                        ListedNames.of(List.of("doc://a")),
                        ListedNames.UNKNOWN));
        assertThat(after.completedBy(before).toolDigests()).isEqualTo(before.toolDigests());
        assertThat(discovered(4, after.names()).completedBy(before).names()).isEqualTo(after.names());
    }

    @Test
    void acknowledgementReadsBackEqualAndFitsTheBound() throws Exception {
        var acknowledgement = new Acknowledgement(
                "x".repeat(64), Long.MAX_VALUE, new StateDigest(-1, -1, -1, -1), Integer.MAX_VALUE, true);

        assertThat(Acknowledgement.parse(acknowledgement.toJson())).isEqualTo(acknowledgement);
        assertThat(acknowledgement.toJson()).hasSizeLessThan(Acknowledgement.MAX_LENGTH);
    }

    @Test
    void whatMakesNoSenseIsAnError() {
        assertThatThrownBy(() -> ReportJson.parse("{}".getBytes(UTF_8))).isInstanceOf(LinkException.class);
        assertThatThrownBy(() -> Acknowledgement.parse("[]".getBytes(UTF_8))).isInstanceOf(LinkException.class);
    }

    private static DiscoveredServer discovered(long generation, OfferedNames names) {
        boolean tools = names.tools() instanceof ListedNames.Complete;
        Map<String, String> digests = tools ? Map.of("a", "11") : Map.of();
        return new DiscoveredServer(
                new ServerId("platform", "weather"), generation, "2025-11-25", digests.size(), 0, 0, digests, names);
    }
}
