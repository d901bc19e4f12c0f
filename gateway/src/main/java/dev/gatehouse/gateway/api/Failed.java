package dev.gatehouse.gateway.api;

import dev.gatehouse.gateway.ledger.Outcome;

/** What failed towards an upstream. */
record Failed(String label) implements Outcome {}
