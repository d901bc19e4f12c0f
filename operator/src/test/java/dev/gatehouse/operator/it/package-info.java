/** The whole loop on a real API server: operators and gateways in this process, over the real link. */
@NullMarked
package dev.gatehouse.operator.it;

import org.jspecify.annotations.NullMarked;
