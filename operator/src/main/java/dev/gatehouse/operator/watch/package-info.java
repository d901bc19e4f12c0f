/** Hears of every object through the API server's watches and puts it into the inbox of the world. */
@NullMarked
package dev.gatehouse.operator.watch;

import org.jspecify.annotations.NullMarked;
