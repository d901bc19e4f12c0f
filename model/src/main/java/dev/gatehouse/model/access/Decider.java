package dev.gatehouse.model.access;

/** The one decision function of the program: lists, calls, reads, completions and notifications all ask it. */
public final class Decider {

    private Decider() {}

    public static Decision decide(Grants grants, Action action) {
        return grants.ruleSets().isEmpty() || action.server().name().isEmpty()
                ? new Decision.Denied(Decision.Reason.NOT_GRANTED)
                : new Decision.Allowed("", 0);
    }
}
