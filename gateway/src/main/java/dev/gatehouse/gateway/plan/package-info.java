/**
 * Decides what becomes of a request: caller, endpoint and operation in, a plan out. Pure, and the only place that asks the
 * decision function: whatever it needs to know of upstreams it is told, or says that it must be found out first.
 */
@NullMarked
package dev.gatehouse.gateway.plan;

import org.jspecify.annotations.NullMarked;
