package dev.gatehouse.gateway.mcp;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The texts that nearly every message repeats, so that reading one more of them makes no string. */
final class Vocabulary {

    private static final List<String> NOTICES = List.of(
            "notifications/message",
            "notifications/tools/list_changed",
            "notifications/prompts/list_changed",
            "notifications/resources/list_changed",
            "notifications/resources/updated",
            "notifications/subscriptions/acknowledged");

    private static final String[][] BY_LENGTH = byLength(Stream.of(
                    Stream.of("2.0"),
                    Versions.SUPPORTED.stream(),
                    Arrays.stream(Method.values()).map(Method::wireName),
                    NOTICES.stream())
            .flatMap(words -> words)
            .toList());

    private Vocabulary() {}

    /** The text as a string, the same one each time for what is well known. */
    static String text(Capture text) {
        String known = known(text);
        return known == null ? text.text() : known;
    }

    private static @Nullable String known(Capture text) {
        if (text.length() < BY_LENGTH.length) {
            for (String word : BY_LENGTH[text.length()]) {
                if (text.is(word)) {
                    return word;
                }
            }
        }
        return null;
    }

    private static String[][] byLength(List<String> words) {
        int longest = words.stream().mapToInt(String::length).max().orElse(0);
        String[][] byLength = new String[longest + 1][];
        for (int length = 0; length <= longest; length++) {
            int wanted = length;
            byLength[length] =
                    words.stream().filter(word -> word.length() == wanted).toArray(String[]::new);
        }
        return byLength;
    }
}
