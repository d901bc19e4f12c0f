package dev.gatehouse.model.option;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long a program waits or how often it looks, as flags spell it: one number with one unit, unlike the durations of
 * manifests, and within bounds in which a slip shows.
 */
public record Interval(Duration duration) {

    private static final Pattern FORM = Pattern.compile("([0-9]{1,9})(ms|s|m|h)");
    private static final Duration SHORTEST = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofDays(1);

    /**
     * Reads {@code 500ms}, {@code 2s} and {@code 1m}; from 100 milliseconds to a day.
     *
     * @throws IllegalArgumentException that says in a sentence what is wrong
     */
    public static Interval parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("'" + text + "' is not a duration such as 500ms, 2s or 1m");
        }
        Duration duration = of(Long.parseLong(matcher.group(1)), matcher.group(2));
        if (duration.compareTo(SHORTEST) < 0 || duration.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("'" + text + "' is out of range: from 100ms to 24h");
        }
        return new Interval(duration);
    }

    private static Duration of(long amount, String unit) {
        if (unit.equals("ms")) {
            return Duration.ofMillis(amount);
        }
        if (unit.equals("s")) {
            return Duration.ofSeconds(amount);
        }
        return unit.equals("m") ? Duration.ofMinutes(amount) : Duration.ofHours(amount);
    }
}
