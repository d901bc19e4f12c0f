package dev.gatehouse.gateway.ledger;

import java.util.Locale;

/** What was decided about a request, whatever became of it afterwards. */
public enum Verdict {
    ALLOWED,
    DENIED,
    /** Answered with no more than the caller's own view, as every list is. */
    FILTERED;

    private final String label = name().toLowerCase(Locale.ROOT);

    /** As the ledger, metrics and the management API spell it. */
    public String label() {
        return label;
    }
}
