package dev.gatehouse.gateway.mcp;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** An event sink that writes down what it is given, one line for each event or comment. */
final class Heard implements EventSink {

    private final List<String> lines = new ArrayList<>();
    private final List<Event> events = new ArrayList<>();

    @Override
    public void event(Event event) {
        events.add(event);
        lines.add("event=" + event.type() + " id=" + event.id() + " retry=" + event.retryMillis() + " data="
                + (event.data() == null ? null : "'" + event.text() + "'"));
    }

    @Override
    public void comment(String text) {
        lines.add("comment='" + text + "'");
    }

    List<String> lines() {
        return lines;
    }

    List<Event> events() {
        return events;
    }

    /** What a stream comes to when it arrives in one piece; ends with {@code refused} where an event was too large. */
    static List<String> whole(byte[] stream, int maxEventBytes) {
        Heard heard = new Heard();
        boolean sound = new EventParser(maxEventBytes).feed(ByteBuffer.wrap(stream), heard);
        return heard.verdict(sound);
    }

    static List<String> whole(String stream) {
        return whole(stream.getBytes(StandardCharsets.UTF_8), 1 << 20);
    }

    /** The same, cut at random. */
    static List<String> split(byte[] stream, int maxEventBytes, Random random) {
        Heard heard = new Heard();
        EventParser parser = new EventParser(maxEventBytes);
        boolean sound = true;
        int at = 0;
        while (at < stream.length) {
            int count = 1 + random.nextInt(Math.min(stream.length - at, 1 + random.nextInt(12)));
            sound = parser.feed(ByteBuffer.wrap(stream, at, count), heard);
            at += count;
        }
        return heard.verdict(sound);
    }

    private List<String> verdict(boolean sound) {
        if (!sound) {
            lines.add("refused");
        }
        return lines;
    }
}
