package dev.gatehouse.model.resource;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.ValidationRule;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How long the gateway waits for an upstream. */
public record Timeouts(
        @JsonPropertyDescription("Until a connection stands; at most an hour.")
        @DurationText
        @Default("5s")
        @ValidationRule(value = BOUNDS, message = BOUNDS_MESSAGE)
        Duration connect,

        @JsonPropertyDescription("Until the first byte of an answer, and between two parts of one; at most an hour.")
        @DurationText
        @Default("5m")
        @ValidationRule(value = BOUNDS, message = BOUNDS_MESSAGE)
        Duration request,

        @JsonPropertyDescription("Until an upstream's list counts as missing in an aggregate; at most an hour.")
        @DurationText
        @Default("5s")
        @ValidationRule(value = BOUNDS, message = BOUNDS_MESSAGE)
        Duration list) {

    public static final Timeouts DEFAULT = new Timeouts(null, null, null);

    public static final Duration LONGEST = Duration.ofHours(1);

    private static final String BOUNDS = "self > duration('0s') && self <= duration('1h')";
    public static final String BOUNDS_MESSAGE = "must be longer than nothing and at most an hour";

    public Timeouts(@Nullable Duration connect, @Nullable Duration request, @Nullable Duration list) {
        this.connect = connect == null ? Duration.ofSeconds(5) : connect;
        this.request = request == null ? Duration.ofMinutes(5) : request;
        this.list = list == null ? Duration.ofSeconds(5) : list;
    }
}
