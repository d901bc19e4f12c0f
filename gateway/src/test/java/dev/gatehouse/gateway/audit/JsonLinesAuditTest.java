package dev.gatehouse.gateway.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonLinesAuditTest {

    @TempDir
    Path folder;

    @Test
    void everyEventOfManyThreadsIsOneLine() throws Exception {
        Path file = folder.resolve("audit.log");
        try (AuditSink audit = fileAudit(file)) {
            List<Thread> callers = new ArrayList<>();
            for (int caller = 0; caller < 4; caller++) {
                callers.add(Thread.startVirtualThread(
                        () -> IntStream.range(0, 5_000).forEach(i -> audit.record(Events.named("tool-" + i)))));
            }
            for (Thread caller : callers) {
                caller.join();
            }
        }

        assertThat(Files.readAllLines(file)).hasSize(20_000).allMatch(line -> line.endsWith("}"));
    }

    @Test
    void closeWritesWhatWasRecordedBefore() throws Exception {
        Path file = folder.resolve("audit.log");
        AuditSink audit = fileAudit(file);
        audit.record(Events.named("last"));
        audit.close();

        assertThat(Files.readString(file)).contains("\"name\":\"last\"");
    }

    @Test
    void eventIsWrittenSoonWithoutAnotherOne() {
        Path file = folder.resolve("audit.log");
        try (AuditSink audit = fileAudit(file)) {
            audit.record(Events.named("only"));

            await().until(() -> Files.readString(file).contains("only"));
        }
    }

    @Test
    void rotatedFileIsLeftAndANewOneBegun() throws Exception {
        Path file = folder.resolve("audit.log");
        Path rotated = folder.resolve("audit.log.1");
        try (AuditSink audit = fileAudit(file)) {
            audit.record(Events.named("before"));
            await().until(() -> Files.readString(file).contains("before"));
            Files.move(file, rotated);
            audit.record(Events.named("after"));
            await().until(() -> Files.exists(file) && Files.readString(file).contains("after"));
        }

        assertThat(Files.readString(rotated)).contains("before").doesNotContain("after");
    }

    @Test
    void existingFileIsAppendedTo() throws Exception {
        Path file = Files.writeString(folder.resolve("audit.log"), "{\"earlier\":true}\n");
        AuditSink audit = fileAudit(file);
        audit.record(Events.named("later"));
        audit.close();

        assertThat(Files.readAllLines(file)).hasSize(2).first().isEqualTo("{\"earlier\":true}");
    }

    @Test
    void unwritableDestinationIsRefusedAtTheStart() {
        var destination = new AuditDestination.File(folder.resolve("absent").resolve("audit.log"));

        assertThatThrownBy(() -> JsonLinesAudit.open(destination, Clock.systemUTC()))
                .isInstanceOf(IOException.class);
    }

    @Test
    void stuckDestinationCostsCountedEventsAndTheTrailSaysSo() {
        var output = new StuckOutput();
        try (var audit = JsonLinesAudit.started(output, Clock.systemUTC(), 4)) {
            audit.record(Events.named("taken"));
            await().until(output::isReached);
            IntStream.range(0, 10).forEach(i -> audit.record(Events.named("event-" + i)));

            assertThat(audit.dropped()).isEqualTo(6);
            output.letGo();
            await().until(() -> output.text().contains("\"dropped\":6"));
            assertThat(output.text()).contains("taken", "event-0", "event-3").doesNotContain("event-4");
        }
    }

    @Test
    void eventsThatCouldNotBeWrittenAreTriedAgain() {
        var output = new StuckOutput();
        output.failTimes(1);
        output.letGo();
        try (var audit = JsonLinesAudit.started(output, Clock.systemUTC(), 4)) {
            audit.record(Events.named("kept"));

            await().until(() -> output.text().contains("kept"));
        }
    }

    private static AuditSink fileAudit(Path file) {
        try {
            return JsonLinesAudit.open(new AuditDestination.File(file), Clock.systemUTC());
        } catch (IOException e) {
            throw new AssertionError("the folder is writable", e);
        }
    }
}
