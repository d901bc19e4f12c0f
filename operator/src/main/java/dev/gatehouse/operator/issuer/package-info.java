/** Who signs the ServiceAccount tokens of this cluster: read from the API server now and then, for gateways that never ask it. */
@NullMarked
package dev.gatehouse.operator.issuer;

import org.jspecify.annotations.NullMarked;
