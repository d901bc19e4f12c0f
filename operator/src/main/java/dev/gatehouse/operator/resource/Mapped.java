package dev.gatehouse.operator.resource;

import dev.gatehouse.model.resource.Resource;
import dev.gatehouse.model.translate.Finding;

/** What became of one stored object. */
public sealed interface Mapped {

    /** It goes into the world. */
    record Valid(Resource resource) implements Mapped {}

    /** It is refused alone, as if it were not there, and the finding says why. */
    record Invalid(Finding finding) implements Mapped {}
}
