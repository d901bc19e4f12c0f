package dev.gatehouse.bench.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlightRecordingIT {

    private static final String OWN = FlightRecordingIT.class.getName();
    private static final int BLOCK = 1 << 20;
    private static final int BLOCKS = 300;

    @TempDir
    Path folder;

    private byte[] kept = new byte[0];

    @Test
    void busyMethodIsFoundAndNamed() throws IOException {
        Recorded recorded = recordAllocation();
        assertThat(recorded.samples()).isPositive();
        assertThat(recorded.cpuByWork.of("this test")).isPositive();
        assertThat(recorded.cpuByMethod.of(OWN + ".allocate")).isPositive();
    }

    @Test
    void bytesOfTheRecordingAreCountedAndNoneBefore() throws IOException {
        allocate();
        Recorded recorded = recordAllocation();
        assertThat(recorded.allocatedBytes()).isBetween((long) BLOCKS * BLOCK, BLOCKS * BLOCK * 3L / 2);
        assertThat(recorded.allocationByClass.of("[B")).isPositive();
        assertThat(recorded.allocationByClass.total()).isLessThanOrEqualTo(BLOCKS * BLOCK * 3.0 / 2);
    }

    private Recorded recordAllocation() throws IOException {
        FlightRecording recording =
                FlightRecording.ofStacks(ProcessHandle.current().pid(), folder);
        allocate();
        return recording.stop(new WorkTable(List.of(WorkTable.entry(OWN, "this test"))));
    }

    private void allocate() {
        for (int i = 0; i < BLOCKS; i++) {
            kept = new byte[BLOCK];
            for (int at = 0; at < BLOCK; at++) {
                kept[at] = (byte) (kept[BLOCK - 1 - at] + at);
            }
        }
    }
}
