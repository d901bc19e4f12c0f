package dev.gatehouse.model.link;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.model.access.PrincipalKey;
import dev.gatehouse.model.access.PrincipalKind;
import dev.gatehouse.model.access.ServerId;
import dev.gatehouse.model.access.StateDigest;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
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
                Map.of("forecast", "ab12", "alerts", "cd34"));
        var report = new Report("link-1", List.of(USE), List.of(server));

        assertThat(ReportJson.parse(ReportJson.write(report))).isEqualTo(report);
    }

    @Test
    void largestReportFitsTheBound() {
        var report = new Report("link-1", Collections.nCopies(Report.MAX_TOKENS, USE), List.of());

        assertThat(ReportJson.write(report)).hasSizeLessThan(Report.MAX_LENGTH);
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
}
