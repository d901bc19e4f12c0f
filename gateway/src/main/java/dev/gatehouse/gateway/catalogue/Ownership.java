package dev.gatehouse.gateway.catalogue;

import dev.gatehouse.model.access.UpstreamServer;

/** Which server a URI on the aggregate belongs to, from one principal's point of view. */
public sealed interface Ownership {

    record Owned(UpstreamServer server) implements Ownership {}

    /** No server that the principal may use for it has it. */
    record Unowned() implements Ownership {}

    /** More than one has it: nobody gets it. On the wire the same as unowned. */
    record Ambiguous() implements Ownership {}
}
