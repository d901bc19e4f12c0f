package dev.gatehouse.gateway.upstream;

/** What became of finding out which eras an upstream speaks: at least one, or why none. */
public sealed interface EraFinding permits Eras, UpstreamFailure {}
