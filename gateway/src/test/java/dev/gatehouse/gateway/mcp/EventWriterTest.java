package dev.gatehouse.gateway.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class EventWriterTest {

    @Test
    void writesOneLineForEachField() {
        Event event = Event.of("{}".getBytes(StandardCharsets.UTF_8)).withId("7");

        assertThat(text(EventWriter.write(event))).isEqualTo("id: 7\ndata: {}\n\n");
    }

    @Test
    void writesCommentsThatNobodyTakesForAnEvent() {
        assertThat(Heard.whole(text(EventWriter.comment("alive")))).containsExactly("comment='alive'");
    }

    @Test
    void isReadAsWhatWasWritten() {
        Event event = new Event("e", "i", 5, ByteBuffer.wrap(" a\n\nb".getBytes(StandardCharsets.UTF_8)));
        Heard heard = new Heard();

        new EventParser(100).feed(EventWriter.write(event), heard);

        assertThat(heard.events()).containsExactly(event);
    }

    @Test
    void turnsEveryLineEndInDataIntoALine() {
        Event event = Event.of("a\r\nb\rc\nd".getBytes(StandardCharsets.UTF_8));

        assertThat(text(EventWriter.write(event))).isEqualTo("data: a\ndata: b\ndata: c\ndata: d\n\n");
    }

    @Test
    void keepsEmptyDataApartFromNone() {
        assertThat(text(EventWriter.write(new Event(null, "1", null, ByteBuffer.allocate(0)))))
                .isEqualTo("id: 1\ndata: \n\n");
        assertThat(text(EventWriter.write(new Event(null, null, 9, null)))).isEqualTo("retry: 9\n\n");
    }

    @Test
    void refusesAFieldThatWouldBecomeTwo() {
        assertThatIllegalArgumentException().isThrownBy(() -> EventWriter.comment("x\ndata: forged"));
    }

    private static String text(ByteBuffer bytes) {
        return StandardCharsets.UTF_8.decode(bytes).toString();
    }
}
