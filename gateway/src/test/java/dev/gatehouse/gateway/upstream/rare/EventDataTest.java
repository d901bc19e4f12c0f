package dev.gatehouse.gateway.upstream.rare;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventDataTest {

    @Test
    void dataOfEachEventIsHandedOver() {
        assertThat(read("data: a\n\ndata:b\n\n")).containsExactly("a", "b");
    }

    @Test
    void allThreeLineEndsMeanTheSame() {
        assertThat(read("data: a\r\n\r\ndata: b\r\rdata: c\n\n")).containsExactly("a", "b", "c");
    }

    @Test
    void severalDataLinesAreOneTextWithLineFeeds() {
        assertThat(read("data: a\ndata\ndata: b\n\n")).containsExactly("a\n\nb");
    }

    @Test
    void namesIdsAndCommentsAreNotData() {
        assertThat(read(": ping\n\nevent: message\nid: 7\nretry: 5\ndatum: x\ndata: a\n\n"))
                .containsExactly("a");
    }

    @Test
    void unfinishedEventIsNotHandedOver() {
        assertThat(read("data: a\n\ndata: half\n")).containsExactly("a");
    }

    @Test
    void bytesMayArriveOneByOne() {
        List<String> events = new ArrayList<>();
        var data = new EventData(bytes -> events.add(new String(bytes, StandardCharsets.UTF_8)));
        for (byte b : "data: é\r\n\r\n".getBytes(StandardCharsets.UTF_8)) {
            data.feed(ByteBuffer.wrap(new byte[] {b}));
        }

        assertThat(events).containsExactly("é");
    }

    private static List<String> read(String stream) {
        List<String> events = new ArrayList<>();
        var data = new EventData(bytes -> events.add(new String(bytes, StandardCharsets.UTF_8)));
        data.feed(ByteBuffer.wrap(stream.getBytes(StandardCharsets.UTF_8)));
        return events;
    }
}
