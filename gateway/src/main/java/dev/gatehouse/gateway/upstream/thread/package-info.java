/**
 * The upstream leg of everything that is not one forwarded call: opening sessions, finding out eras, fetching lists.
 * Plain blocking code for virtual threads; never call it on an I/O thread unless a method says that it does not block.
 */
@NullMarked
package dev.gatehouse.gateway.upstream.thread;

import org.jspecify.annotations.NullMarked;
