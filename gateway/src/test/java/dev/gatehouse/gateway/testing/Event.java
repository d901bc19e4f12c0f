package dev.gatehouse.gateway.testing;

import java.util.ArrayList;
import java.util.List;

/**
 * One server-sent event.
 *
 * @param data joined with newlines; empty for a priming event or a comment
 */
public record Event(String id, String type, String data, String comment) {

    /** The whole events in {@code text}. */
    public static List<Event> parse(String text) {
        var events = new ArrayList<Event>();
        for (String block : text.replace("\r\n", "\n").split("\n\n", -1)) {
            if (!block.isBlank()) {
                events.add(one(block));
            }
        }
        return events;
    }

    static Event one(String block) {
        String id = "";
        String type = "message";
        var data = new ArrayList<String>();
        var comment = new StringBuilder();
        for (String line : block.split("\n", -1)) {
            int colon = line.indexOf(':');
            String value = colon < 0 ? "" : line.substring(colon + 1).stripLeading();
            switch (colon < 0 ? line : line.substring(0, colon)) {
                case "id" -> id = value;
                case "event" -> type = value;
                case "data" -> data.add(value);
                case "" -> comment.append(value);
                default -> {} // retry and unknown fields say nothing about the message
            }
        }
        return new Event(id, type, String.join("\n", data), comment.toString());
    }
}
