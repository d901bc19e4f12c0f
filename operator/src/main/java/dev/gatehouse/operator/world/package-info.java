/**
 * The objects of an API server as a {@code World}, kept in step by what the watches say. Knows no client and no clock: it
 * takes changes and hands out worlds in which all that has not changed is the same instance as before.
 */
@NullMarked
package dev.gatehouse.operator.world;

import org.jspecify.annotations.NullMarked;
