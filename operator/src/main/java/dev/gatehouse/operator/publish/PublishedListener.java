package dev.gatehouse.operator.publish;

import java.time.Duration;

/** Hears of every rebuild, on the thread that made it; must be quick. */
@FunctionalInterface
public interface PublishedListener {

    /** @param took from the changed world to the publication */
    void published(Published now, Touched touched, Duration took);
}
