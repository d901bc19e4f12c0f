package dev.gatehouse.model.resource;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long the gateway waits for an upstream.
 *
 * @param connect until a connection stands
 * @param request until the first byte of an answer, and at most this long between two parts of one
 * @param list until an upstream's list counts as missing in an aggregate
 */
public record Timeouts(
        @DurationText Duration connect,
        @DurationText Duration request,
        @DurationText Duration list) {

    public static final Timeouts DEFAULT = new Timeouts(null, null, null);

    public Timeouts(@Nullable Duration connect, @Nullable Duration request, @Nullable Duration list) {
        this.connect = connect == null ? Duration.ofSeconds(5) : connect;
        this.request = request == null ? Duration.ofMinutes(5) : request;
        this.list = list == null ? Duration.ofSeconds(5) : list;
    }
}
