package dev.gatehouse.operator.cli;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code 500ms}, {@code 2s} and {@code 1m}; from 100 milliseconds to a day. */
final class Interval implements ITypeConverter<Duration> {

    private static final Pattern FORM = Pattern.compile("([0-9]{1,9})(ms|s|m|h)");
    private static final Duration SHORTEST = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofDays(1);

    @Override
    public Duration convert(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new TypeConversionException("'" + text + "' is not a duration such as 500ms, 2s or 1m");
        }
        long amount = Long.parseLong(matcher.group(1));
        Duration duration = of(amount, matcher.group(2));
        if (duration.compareTo(SHORTEST) < 0 || duration.compareTo(LONGEST) > 0) {
            throw new TypeConversionException("'" + text + "' is out of range: from 100ms to 24h");
        }
        return duration;
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
