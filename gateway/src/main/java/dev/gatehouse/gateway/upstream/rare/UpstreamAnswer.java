package dev.gatehouse.gateway.upstream.rare;

import com.fasterxml.jackson.databind.JsonNode;

/** What became of one request to an upstream. */
public sealed interface UpstreamAnswer permits UpstreamAnswer.Answered, UpstreamFailure {

    /**
     * The upstream answered with a result.
     *
     * @param raw the result as the upstream wrote it
     * @param tree the same, an object
     */
    record Answered(RawJson raw, JsonNode tree) implements UpstreamAnswer {}
}
