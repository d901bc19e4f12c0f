/** Interleaved rounds over all targets, and the ratios that come of them. */
@NullMarked
package dev.gatehouse.bench.compare;

import org.jspecify.annotations.NullMarked;
