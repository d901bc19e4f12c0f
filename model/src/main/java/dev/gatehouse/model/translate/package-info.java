/**
 * The pure translation of a world into the configuration that gateways enforce, with a verdict on every resource. Knows
 * no client, clock, file or thread.
 */
@NullMarked
package dev.gatehouse.model.translate;

import org.jspecify.annotations.NullMarked;
