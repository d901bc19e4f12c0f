package dev.gatehouse.gateway.plan;

import dev.gatehouse.gateway.mcp.ListKind;
import java.util.Set;

/** What becomes of one event of an upstream's stream. */
public sealed interface Hearing {

    /** The caller hears it. */
    record Passes() implements Hearing {}

    /** The caller hears it, and it is the answer that the stream was opened for. */
    record Answers() implements Hearing {}

    /** The caller hears it, and what is known of these lists does not count any more. */
    record Changes(Set<ListKind> lists) implements Hearing {

        public Changes {
            lists = Set.copyOf(lists);
        }
    }

    /** Not for this caller. */
    record Drops() implements Hearing {}

    /** The upstream asks something that nobody here can answer. */
    record Asks() implements Hearing {}
}
