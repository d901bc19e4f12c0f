/**
 * What a caller may do and see. At the bottom of planning, so that whoever shows something to a caller can ask here too; the
 * only package that asks the decision function. Pure.
 */
@NullMarked
package dev.gatehouse.gateway.plan.sight;

import org.jspecify.annotations.NullMarked;
