/**
 * The compiled configuration that gateways enforce, and the one decision function. Everything here is immutable and
 * thread-safe, and none of it can tell a token.
 */
@NullMarked
package dev.gatehouse.model.access;

import org.jspecify.annotations.NullMarked;
