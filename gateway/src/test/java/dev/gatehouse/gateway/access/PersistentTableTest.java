package dev.gatehouse.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersistentTableTest {

    private record Entry(long key, int value) {}

    /** Spreads by {@code modulus}: a small one makes many keys collide in all bits. */
    private static PersistentTable<Long, Entry> empty(long modulus) {
        return PersistentTable.empty(new PersistentTable.Keys<Long, Entry>() {
            @Override
            public Long keyOf(Entry entry) {
                return entry.key();
            }

            @Override
            public long hash(Long key) {
                return key % modulus;
            }
        });
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MAX_VALUE, 1_000, 7, 1})
    void behavesLikeAHashMapUnderRandomEdits(long modulus) {
        var random = new Random(modulus);
        Map<Long, Entry> expected = new HashMap<>();
        PersistentTable<Long, Entry> table = empty(modulus);
        for (int round = 0; round < 300; round++) {
            TableEdit<Long, Entry> edit = table.edit();
            for (int change = random.nextInt(20); change >= 0; change--) {
                long key = random.nextInt(900);
                if (random.nextInt(3) == 0) {
                    assertThat(edit.remove(key)).isEqualTo(expected.remove(key) != null);
                } else {
                    edit.put(new Entry(key, round));
                    expected.put(key, new Entry(key, round));
                }
            }
            table = edit.done();
            assertSame(table, expected);
        }
    }

    @Test
    void editedTableStaysAsItWas() {
        TableEdit<Long, Entry> fill = empty(Long.MAX_VALUE).edit();
        Map<Long, Entry> before = new HashMap<>();
        for (long key = 0; key < 5_000; key++) {
            fill.put(new Entry(key, 0));
            before.put(key, new Entry(key, 0));
        }
        PersistentTable<Long, Entry> table = fill.done();
        TableEdit<Long, Entry> edit = table.edit();
        for (long key = 0; key < 5_000; key += 2) {
            edit.remove(key);
            edit.put(new Entry(key + 1, 1));
        }
        edit.done();

        assertSame(table, before);
    }

    @Test
    void everyEntryOfALargeTableIsFound() {
        TableEdit<Long, Entry> fill = empty(Long.MAX_VALUE).edit();
        for (long key = 0; key < 200_000; key++) {
            fill.put(new Entry(key * 1_000_003, (int) key));
        }
        PersistentTable<Long, Entry> table = fill.done();

        assertThat(table.size()).isEqualTo(200_000);
        for (long key = 0; key < 200_000; key++) {
            assertThat(table.get(key * 1_000_003)).isEqualTo(new Entry(key * 1_000_003, (int) key));
        }
        assertThat(table.get(1L)).isNull();
    }

    private static void assertSame(PersistentTable<Long, Entry> table, Map<Long, Entry> expected) {
        assertThat(table.size()).isEqualTo(expected.size());
        for (long key = 0; key < 900; key++) {
            assertThat(table.get(key)).isEqualTo(expected.get(key));
        }
        Set<Entry> seen = new HashSet<>();
        table.forEach(entry -> assertThat(seen.add(entry)).isTrue());
        assertThat(seen).containsExactlyInAnyOrderElementsOf(expected.values());
    }
}
