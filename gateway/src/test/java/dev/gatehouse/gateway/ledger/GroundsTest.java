package dev.gatehouse.gateway.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.gateway.mcp.Refusal;
import dev.gatehouse.gateway.mcp.Refusals;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class GroundsTest {

    private static final Path OPERATIONS = Path.of("../docs/operations.md");

    static Stream<Refusal> ofTheCodec() {
        return Refusals.all();
    }

    @ParameterizedTest
    @MethodSource("ofTheCodec")
    void everythingThatTheCodecRefusesHasItsGrounds(Refusal refusal) {
        assertThat(Grounds.of(refusal).label()).isEqualTo(refusal.grounds());
    }

    @ParameterizedTest
    @EnumSource(Grounds.class)
    void docsListAllGroundsWithTheirMeaning(Grounds grounds) throws IOException {
        assertThat(Files.readString(OPERATIONS)).contains("| `" + grounds.label() + "` | " + grounds.meaning() + " |");
    }

    @ParameterizedTest
    @EnumSource(Ending.class)
    void docsListAllEndingsWithTheirMeaning(Ending ending) throws IOException {
        assertThat(Files.readString(OPERATIONS)).contains("| `" + ending.label() + "` | " + ending.meaning() + " |");
    }

    @Test
    void labelsAreDistinct() {
        assertThat(Stream.of(Grounds.values()).map(Grounds::label)).doesNotHaveDuplicates();
    }
}
