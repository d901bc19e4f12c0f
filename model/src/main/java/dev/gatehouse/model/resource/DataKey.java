package dev.gatehouse.model.resource;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Size;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A text that can be a key of a Secret's data. */
@Target({ElementType.FIELD, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@JacksonAnnotationsInside
@Size(min = 1, max = DataKey.LONGEST)
@Pattern(DataKey.PATTERN)
public @interface DataKey {

    int LONGEST = 253;
    String PATTERN = "^[-._a-zA-Z0-9]+$";
    String MESSAGE = "cannot be a key of a Secret; use letters, digits, \"-\", \"_\" and \".\"";

    Syntax SYNTAX = new Syntax(PATTERN, LONGEST, MESSAGE);
}
