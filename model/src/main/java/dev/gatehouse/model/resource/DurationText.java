package dev.gatehouse.model.resource;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Size;
import java.io.IOException;
import java.io.Serial;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Duration;
import java.util.Optional;

/** A duration that JSON spells as Kubernetes does, such as {@code 720h}; see {@link Durations}. */
@Target({ElementType.FIELD, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@JacksonAnnotationsInside
@JsonSerialize(using = DurationText.Writer.class)
@JsonDeserialize(using = DurationText.Reader.class)
@Size(min = 1, max = 64)
@Pattern(DurationText.SYNTAX)
public @interface DurationText {

    String SYNTAX = "^(0|([0-9]{1,12}(\\.[0-9]{1,9})?(ns|us|µs|ms|s|m|h))+)$";

    /** Writes the shortest form. */
    final class Writer extends StdScalarSerializer<Duration> {

        @Serial
        private static final long serialVersionUID = 1;

        public Writer() {
            super(Duration.class);
        }

        @Override
        public void serialize(Duration duration, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeString(Durations.format(duration));
        }
    }

    /** Reads what manifests may say. */
    final class Reader extends StdScalarDeserializer<Duration> {

        @Serial
        private static final long serialVersionUID = 1;

        public Reader() {
            super(Duration.class);
        }

        @Override
        public Duration deserialize(JsonParser in, DeserializationContext context) throws IOException {
            String text = in.getValueAsString("");
            Optional<Duration> duration = Durations.parse(text);
            return duration.isPresent()
                    ? duration.get()
                    : (Duration) context.handleWeirdStringValue(
                            Duration.class, text, "write a duration such as 720h, 1h30m, 5s or 300ms");
        }
    }
}
