package dev.gatehouse.gateway.source;

import java.util.List;

/** Knows what is wrong or odd about the resources behind the configuration in force. Thread-safe. */
@FunctionalInterface
public interface FindingsSource {

    /** All of them now, in a stable order. */
    List<SourceFinding> findings();
}
