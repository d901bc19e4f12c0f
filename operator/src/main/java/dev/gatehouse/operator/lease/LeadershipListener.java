package dev.gatehouse.operator.lease;

/** What a leader does beyond being ready. Told one at a time, and always the one after the other. */
public interface LeadershipListener {

    /** @param first nobody has led before: there was no lease */
    void leadTaken(boolean first);

    /** The lease is lost, or about to be given back: stop at once. */
    void leadLost();
}
