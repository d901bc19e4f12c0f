package dev.gatehouse.gateway.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.gateway.mcp.Era;
import dev.gatehouse.gateway.upstream.Eras;
import dev.gatehouse.gateway.upstream.thread.FakeUpstream;
import dev.gatehouse.model.access.UpstreamServer;
import dev.gatehouse.model.resource.McpServerSpec.Protocol;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which era the aggregate names: servers are L (legacy), M (modern), B (both) or ? (nothing known). */
class EraClaimTest {

    private static final String LEGACY = "2025-11-25 2025-06-18 2025-03-26 2024-11-05";

    @ParameterizedTest
    @CsvSource({
        "L,      LEGACY",
        "LLB,    LEGACY",
        "M,      MODERN",
        "MMB,    MODERN",
        "B,      LEGACY MODERN",
        "'',     LEGACY MODERN",
        "LLM,    LEGACY",
        "LMM,    MODERN",
        "LM,     MODERN",
        "LLMMB,  MODERN",
        "?,      LEGACY",
        "L?,     LEGACY",
        "M?,     MODERN",
        "B?,     LEGACY MODERN",
    })
    void namesTheErasThatShowEverythingOrElseTheOneThatShowsMost(String servers, String named) {
        EraClaim claim = claim(servers);

        assertThat(List.of(named.split(" ")))
                .containsExactlyInAnyOrderElementsOf(
                        claim.named().stream().map(Era::name).toList());
    }

    @ParameterizedTest
    @CsvSource({
        "L,   true,  false",
        "M,   false, true",
        "B,   true,  true",
        "LLM, true,  true",
        "LMM, true,  true",
        "'',  true,  true",
        "?,   true,  true",
        "L?,  true,  false",
        "M?,  false, true",
    })
    void servesAnEraUnlessItShowsNothingWhereTheOtherShowsSomething(String servers, boolean legacy, boolean modern) {
        EraClaim claim = claim(servers);

        assertThat(claim.serves(Era.LEGACY)).isEqualTo(legacy);
        assertThat(claim.serves(Era.MODERN)).isEqualTo(modern);
    }

    @Test
    void namesWhatAnEraDoesNotShowAndNothingThatIsNotKnown() {
        EraClaim claim = claim("LM?B");

        assertThat(claim.unseenIn(Era.LEGACY)).extracting(UpstreamServer::key).containsExactly("s1");
        assertThat(claim.unseenIn(Era.MODERN)).extracting(UpstreamServer::key).containsExactly("s0");
    }

    @ParameterizedTest
    @CsvSource({"L, " + LEGACY, "M, 2026-07-28", "B, 2026-07-28 " + LEGACY, "LM, 2026-07-28", "LLM, " + LEGACY})
    void versionsAreThoseOfTheNamedErasNewestFirst(String servers, String versions) {
        assertThat(String.join(" ", claim(servers).versions())).isEqualTo(versions);
    }

    private static EraClaim claim(String spoken) {
        List<UpstreamServer> servers = new ArrayList<>();
        for (int i = 0; i < spoken.length(); i++) {
            servers.add(FakeUpstream.dead("s" + i, Protocol.AUTO));
        }
        return EraClaim.of(servers, server -> eras(spoken.charAt(servers.indexOf(server))));
    }

    private static @Nullable Eras eras(char letter) {
        return switch (letter) {
            case 'L' -> new Eras(true, false);
            case 'M' -> new Eras(false, true);
            case 'B' -> new Eras(true, true);
            default -> null;
        };
    }
}
