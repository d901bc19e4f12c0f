/**
 * The listening side: who comes in, and what is read of what they say. One order of checks for both planes, and the only
 * place that knows the HTTP server. Whatever is refused here goes no further.
 */
@NullMarked
package dev.gatehouse.gateway.door;

import org.jspecify.annotations.NullMarked;
