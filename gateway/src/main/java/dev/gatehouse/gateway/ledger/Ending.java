package dev.gatehouse.gateway.ledger;

import java.util.Locale;

/** The outcomes that are no upstream's failure. */
public enum Ending implements Outcome {
    ANSWERED("The answer has gone out, or its head has and the rest follows."),
    REFUSED("The answer was a refusal."),
    OPENED("A stream has begun; a second line tells how it ended."),
    CLOSED("A stream ended in good order."),
    CALLER_LEFT("The caller closed the connection before the end."),
    TOKEN_REVOKED("The caller's token was withdrawn meanwhile, or has expired."),
    RIGHT_REVOKED("The right that it needed was withdrawn meanwhile."),
    GATEWAY_STOPPED("The gateway stopped."),
    GATEWAY_FAILED("A bug in the gateway: please report it with the log's lines.");

    private final String label = name().toLowerCase(Locale.ROOT);
    private final String meaning;

    Ending(String meaning) {
        this.meaning = meaning;
    }

    @Override
    public String label() {
        return label;
    }

    /** What it means, as a sentence. */
    public String meaning() {
        return meaning;
    }
}
