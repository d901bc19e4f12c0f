package dev.gatehouse.bench.fleet;

import java.net.http.HttpClient;
import java.util.concurrent.ExecutorService;

/**
 * What a measurement plays on.
 *
 * @param threads on which gateways are asked side by side
 */
record Stage(GatewayFleet fleet, Declarations declarations, HttpClient http, ExecutorService threads) {}
