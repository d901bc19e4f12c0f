package dev.gatehouse.gateway.catalogue;

/**
 * What the gateway can carry between clients and upstreams on the aggregate beyond plain requests; only this is
 * advertised.
 *
 * @param listChanged notifications that a list has changed
 * @param subscribe subscriptions to single resources
 * @param logging {@code logging/setLevel} and log messages
 * @param completions {@code completion/complete}
 */
public record Carried(boolean listChanged, boolean subscribe, boolean logging, boolean completions) {}
