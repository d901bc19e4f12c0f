/**
 * The way to upstream servers. The hot path (one call to one server) runs on the I/O thread of the client's own
 * connection, with a pool of upstream connections for each thread; nothing here ever blocks one.
 */
@NullMarked
package dev.gatehouse.gateway.upstream.lane;

import org.jspecify.annotations.NullMarked;
