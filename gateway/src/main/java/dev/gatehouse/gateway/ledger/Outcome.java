package dev.gatehouse.gateway.ledger;

/**
 * How a request ended, apart from how it was decided: an {@link Ending}, or what failed on the way to or from an upstream.
 * A closed set; each has one label, which audit, metrics and logs share.
 */
public interface Outcome {

    /** Lower case, words joined by underscores. */
    String label();
}
