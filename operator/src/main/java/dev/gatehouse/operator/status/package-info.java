/**
 * What the status of an object says: pure functions of the published world, of how far the gateways are, of what they have
 * reported, of the status so far and of the time. They know no client and read no clock.
 */
@NullMarked
package dev.gatehouse.operator.status;

import org.jspecify.annotations.NullMarked;
