package dev.gatehouse.model.resource;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Size;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A text that can be the name of a Kubernetes object: a DNS subdomain (RFC 1123). */
@Target({ElementType.FIELD, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@JacksonAnnotationsInside
@Size(min = 1, max = ObjectName.LONGEST)
@Pattern(ObjectName.PATTERN)
public @interface ObjectName {

    int LONGEST = 253;
    String PATTERN = "^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$";
    String MESSAGE = "cannot be the name of an object; use lower-case letters, digits, \"-\" and \".\"";

    Syntax SYNTAX = new Syntax(PATTERN, LONGEST, MESSAGE);
}
