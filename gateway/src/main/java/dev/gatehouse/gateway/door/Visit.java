package dev.gatehouse.gateway.door;

import dev.gatehouse.gateway.ledger.Entry;
import dev.gatehouse.gateway.plan.Caller;
import io.undertow.server.HttpServerExchange;

/** A request that the door has let in: whose it is, and the record that is kept of it. */
public record Visit(HttpServerExchange http, Caller caller, Entry entry) {}
