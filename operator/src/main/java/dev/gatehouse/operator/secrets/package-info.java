/** The Secrets that the operator keeps for itself and its gateways, in its own namespace: the leader writes, all read. */
@NullMarked
package dev.gatehouse.operator.secrets;

import org.jspecify.annotations.NullMarked;
