package dev.gatehouse.operator.management;

/** What the management address tells. Thread-safe, and quick to answer. */
public interface Health {

    /** Whether this process can go on; if not, a new one has to take its place. */
    boolean isAlive();

    /** Whether it has seen the whole cluster and could lead, or does. */
    boolean isReady();

    boolean isLeading();

    /** In the Prometheus text format. */
    String metrics();
}
