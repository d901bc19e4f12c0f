package dev.gatehouse.gateway.audit;

import java.nio.file.Path;

/** Where audit events go. */
public sealed interface AuditDestination {

    /** The process's standard output, one JSON object a line; logs go to standard error. */
    record StandardOutput() implements AuditDestination {}

    /** A file, appended to and opened anew when a log rotation has moved it away. */
    record File(Path path) implements AuditDestination {}

    /** Nowhere. */
    record None() implements AuditDestination {}
}
