/**
 * How each era says things: messages of callers to operations, and back to callers refusals, results and events; and what
 * upstreams are told. Pure.
 */
@NullMarked
package dev.gatehouse.gateway.dialect;

import org.jspecify.annotations.NullMarked;
