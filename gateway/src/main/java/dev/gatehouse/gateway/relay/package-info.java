/**
 * Carries plans out: calls, pages, uploads and streams, each on the I/O thread of its caller's connection, and what may wait
 * on virtual threads. Knows callers by a reply channel only, never the server that they are connected to.
 */
@NullMarked
package dev.gatehouse.gateway.relay;

import org.jspecify.annotations.NullMarked;
