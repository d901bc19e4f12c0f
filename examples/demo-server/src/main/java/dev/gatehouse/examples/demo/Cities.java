package dev.gatehouse.examples.demo;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The whole meteorology of the demo: four cities whose weather never changes. */
final class Cities {

    /** What is known of a city. */
    record Weather(String sky, int celsius) {}

    private static final Map<String, Weather> WEATHER = Map.of(
            "Lisbon", new Weather("sunny", 24),
            "Nairobi", new Weather("cloudy", 21),
            "Oslo", new Weather("snow", -3),
            "Tokyo", new Weather("rain", 15));

    static final List<String> NAMES = WEATHER.keySet().stream().sorted().toList();

    private Cities() {}

    static Weather weather(String city) {
        return WEATHER.entrySet().stream()
                .filter(entry -> entry.getKey().equalsIgnoreCase(city))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(new Weather("unknown", 0));
    }

    /** The names that begin with what has been typed so far, in any case. */
    static List<String> startingWith(String typed) {
        String prefix = typed.toLowerCase(Locale.ROOT);
        return NAMES.stream()
                .filter(name -> name.toLowerCase(Locale.ROOT).startsWith(prefix))
                .toList();
    }
}
