/** From a write to a real API server to what gateways answer, through a real operator. */
@NullMarked
package dev.gatehouse.bench.fleet;

import org.jspecify.annotations.NullMarked;
