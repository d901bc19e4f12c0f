/** Measurements that compare the gateway with itself: many clients, changes, start-up, memory. */
@NullMarked
package dev.gatehouse.bench.scale;

import org.jspecify.annotations.NullMarked;
