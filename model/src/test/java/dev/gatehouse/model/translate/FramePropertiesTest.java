package dev.gatehouse.model.translate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.access.AccessConfig;
import dev.gatehouse.model.access.AccessDelta;
import dev.gatehouse.model.link.Frame;
import dev.gatehouse.model.link.FrameReader;
import dev.gatehouse.model.link.FrameWriter;
import dev.gatehouse.model.resource.World;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FramePropertiesTest {

    @Test
    void randomWorldsSentOneAfterTheOtherAddUpToTheSameAtTheOtherEnd() throws Exception {
        for (int seed = 0; seed < 60; seed++) {
            var wire = new ByteArrayOutputStream();
            AccessConfig here = config(seed);
            FrameWriter.write(new Frame.Whole(1, here), line -> append(line, wire));
            for (int step = 1; step < 8; step++) {
                AccessConfig next = config(seed * 100 + step);
                FrameWriter.write(
                        new Frame.Delta(1 + step, AccessDelta.between(here, next)), line -> append(line, wire));
                here = next;
            }
            assertThat(followed(wire)).as("seed %d", seed).isEqualTo(here);
        }
    }

    private static AccessConfig followed(ByteArrayOutputStream wire) throws Exception {
        var reader = new FrameReader(new ByteArrayInputStream(wire.toByteArray()));
        AccessConfig state = AccessConfig.EMPTY;
        for (Frame frame = reader.next(); frame != null; frame = reader.next()) {
            state = switch (frame) {
                case Frame.Whole(long _, AccessConfig config) -> config;
                case Frame.Delta(long _, AccessDelta delta) -> delta.applyTo(state);
                case Frame.Hello _,
                        Frame.Heartbeat _,
                        Frame.Keys _,
                        Frame.Issuer _,
                        Frame.Findings _,
                        Frame.GoingAway _ -> throw new AssertionError(frame);
            };
        }
        return state;
    }

    private static AccessConfig config(int seed) {
        World world = World.of(new RandomWorlds(seed).world().values(), Map.of());
        return new Translator(Environment.CLUSTER).translate(world).config();
    }

    private static void append(byte[] line, ByteArrayOutputStream wire) {
        wire.writeBytes(line);
        wire.write('\n');
    }
}
