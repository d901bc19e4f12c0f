/**
 * Counts for Prometheus. Every label value comes from a list that the configuration or this program bounds, never from
 * what a caller sent.
 */
@NullMarked
package dev.gatehouse.gateway.metrics;

import org.jspecify.annotations.NullMarked;
