/** Points callers at a target: which rows there are, how long a round is, and when a JVM is warm. */
@NullMarked
package dev.gatehouse.bench.drive;

import org.jspecify.annotations.NullMarked;
