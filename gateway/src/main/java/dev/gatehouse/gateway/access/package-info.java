/**
 * The configuration that this process enforces, swapped as a whole, and who a caller is according to it. Knows nothing of
 * HTTP.
 */
@NullMarked
package dev.gatehouse.gateway.access;

import org.jspecify.annotations.NullMarked;
