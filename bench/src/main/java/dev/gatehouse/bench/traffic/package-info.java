/** The requests that callers send, and the sessions that they send them in. */
@NullMarked
package dev.gatehouse.bench.traffic;

import org.jspecify.annotations.NullMarked;
