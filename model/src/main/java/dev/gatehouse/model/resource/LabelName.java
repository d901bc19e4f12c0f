package dev.gatehouse.model.resource;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Size;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A text that can be the name of a namespace or Service: a DNS label (RFC 1123). */
@Target({ElementType.FIELD, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@JacksonAnnotationsInside
@Size(min = 1, max = LabelName.LONGEST)
@Pattern(LabelName.PATTERN)
public @interface LabelName {

    int LONGEST = 63;
    String PATTERN = "^[a-z0-9]([a-z0-9-]*[a-z0-9])?$";
    String MESSAGE =
            "cannot be the name of a namespace or Service; use lower-case letters, digits and \"-\", without wildcards";

    Syntax SYNTAX = new Syntax(PATTERN, LONGEST, MESSAGE);
}
