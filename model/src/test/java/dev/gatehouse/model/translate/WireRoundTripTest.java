package dev.gatehouse.model.translate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.model.access.AccessConfig;
import dev.gatehouse.model.access.AccessDelta;
import dev.gatehouse.model.access.ConfigWire;
import dev.gatehouse.model.access.WireReader;
import dev.gatehouse.model.access.WireReader.WireException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WireRoundTripTest {

    @Test
    void everyGoldenConfigurationReadsBackEqual() throws Exception {
        for (GoldenCase golden : GoldenCase.all()) {
            AccessConfig config = golden.translation().config();
            assertThat(read(entries(config)).config()).as(golden.name()).isEqualTo(config);
        }
    }

    @Test
    void deltaBetweenGoldenConfigurationsReadsBackAndApplies() throws Exception {
        AccessConfig before = AccessConfig.EMPTY;
        for (GoldenCase golden : GoldenCase.all()) {
            AccessConfig after = golden.translation().config();
            AccessDelta delta = AccessDelta.between(before, after);
            var entries = new ArrayList<byte[]>();
            ConfigWire.write(delta, entries::add);
            assertThat(read(entries).delta()).as(golden.name()).isEqualTo(delta);
            assertThat(read(entries).delta().applyTo(before)).isEqualTo(after);
            before = after;
        }
    }

    @Test
    void membersOfEveryEntryAreSortedAndOnOneLine() throws IOException {
        var json = new ObjectMapper();
        for (GoldenCase golden : GoldenCase.all()) {
            for (byte[] entry : entries(golden.translation().config())) {
                assertSorted(json.readTree(entry));
                assertThat(new String(entry, StandardCharsets.UTF_8)).doesNotContain("\n");
            }
        }
    }

    @Test
    void lostEntryIsNoticed() throws Exception {
        List<byte[]> entries = entries(golden("equal-rights-are-shared"));
        entries.remove(entries.size() - 2);
        WireReader reader = read(entries);
        assertThatThrownBy(reader::config).isInstanceOf(WireException.class);
    }

    @Test
    void principalWithoutItsRuleSetIsRefused() throws Exception {
        List<byte[]> entries = entries(golden("whole-server"));
        entries.removeIf(entry -> new String(entry, StandardCharsets.UTF_8).contains("\"entry\":\"ruleSet\""));
        assertThatThrownBy(() -> read(entries)).isInstanceOf(WireException.class);
    }

    @Test
    void deltaToAnotherStateIsRefused() throws Exception {
        AccessConfig one = golden("whole-server");
        AccessDelta delta = AccessDelta.between(AccessConfig.EMPTY, one);
        assertThatThrownBy(() -> delta.applyTo(one)).isInstanceOf(IllegalStateException.class);
    }

    private static AccessConfig golden(String name) throws IOException {
        for (GoldenCase golden : GoldenCase.all()) {
            if (golden.name().equals(name)) {
                return golden.translation().config();
            }
        }
        throw new IllegalArgumentException(name);
    }

    private static List<byte[]> entries(AccessConfig config) {
        var entries = new ArrayList<byte[]>();
        ConfigWire.write(config, entries::add);
        return entries;
    }

    private static WireReader read(List<byte[]> entries) throws WireException {
        var reader = new WireReader();
        for (byte[] entry : entries) {
            assertThat(reader.isComplete()).isFalse();
            reader.accept(entry);
        }
        assertThat(reader.isComplete()).isTrue();
        return reader;
    }

    private static void assertSorted(JsonNode node) {
        var names = new ArrayList<String>();
        node.fieldNames().forEachRemaining(names::add);
        assertThat(names).isSorted();
        node.forEach(WireRoundTripTest::assertSorted);
    }
}
