package dev.gatehouse.gateway.catalogue;

import dev.gatehouse.gateway.mcp.ListKind;
import dev.gatehouse.gateway.upstream.UpstreamFailure;
import java.util.Map;

/** What one attempt to fetch a catalogue gave. */
sealed interface Fetch {

    record Fetched(Introduction introduction, Map<ListKind, Drain.Result> lists) implements Fetch {}

    /** The upstream does not speak the era: it offers nothing there, and nothing is missing. */
    record OtherEra() implements Fetch {}

    record Failed(UpstreamFailure failure) implements Fetch {}
}
