/** A closed-loop HTTP/1.1 load generator that checks every answer and costs little beside what it measures. */
@NullMarked
package dev.gatehouse.bench.load;

import org.jspecify.annotations.NullMarked;
