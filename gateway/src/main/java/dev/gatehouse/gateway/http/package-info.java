/**
 * The front of the gateway: Undertow handlers in one visible order ({@link dev.gatehouse.gateway.http.Front}), and the
 * relays that carry one request to its upstream and the answer back. A request stays on the I/O thread of its connection
 * from first byte to last; what may wait runs on a virtual thread.
 */
@NullMarked
package dev.gatehouse.gateway.http;

import org.jspecify.annotations.NullMarked;
