package dev.gatehouse.gateway.cli.flag;

import dev.gatehouse.model.option.Interval;
import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Takes an {@link Interval}. */
public final class IntervalFlag implements ITypeConverter<Duration> {

    @Override
    public Duration convert(String text) {
        try {
            return Interval.parse(text).duration();
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
