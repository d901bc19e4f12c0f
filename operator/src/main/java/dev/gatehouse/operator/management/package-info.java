/** Health, readiness and metrics, on an address of their own. */
@NullMarked
package dev.gatehouse.operator.management;

import org.jspecify.annotations.NullMarked;
