package dev.gatehouse.gateway.plan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * One case of the goldens, read from its {@code case.txt}: lines of facts before an empty line, then the message.
 *
 * @param facts {@code as}, {@code to}, {@code verb}, {@code session}, {@code eras}, {@code owners}, {@code served}; see
 *     README.md beside the cases
 * @param headers of the request, by lower-case name
 * @param body the message as sent
 */
record PlanCase(Map<String, String> facts, Map<String, String> headers, String body) {

    static PlanCase read(Path file) throws IOException {
        String text = Files.readString(file);
        int end = text.indexOf("\n\n");
        Map<String, String> facts = new HashMap<>();
        Map<String, String> headers = new HashMap<>();
        (end < 0 ? text : text.substring(0, end)).lines().forEach(line -> {
            int colon = line.indexOf(':');
            String name = line.substring(0, colon);
            String value = line.substring(colon + 1).strip();
            if (Character.isUpperCase(name.charAt(0))) {
                headers.put(name.toLowerCase(Locale.ROOT), value);
            } else {
                facts.put(name, value);
            }
        });
        return new PlanCase(
                facts, headers, end < 0 ? "" : text.substring(end + 2).strip());
    }

    String fact(String name, String otherwise) {
        return facts.getOrDefault(name, otherwise);
    }

    /** Pairs such as {@code alpha=legacy beta=both}. */
    Map<String, String> pairs(String name) {
        Map<String, String> pairs = new HashMap<>();
        for (String pair : fact(name, "").split(" ", -1)) {
            int equals = pair.lastIndexOf('=');
            if (equals > 0) {
                pairs.put(pair.substring(0, equals), pair.substring(equals + 1));
            }
        }
        return pairs;
    }
}
