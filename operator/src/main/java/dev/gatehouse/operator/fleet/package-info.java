/** The gateways as the rest of the operator knows them: what they are told, what they have applied, what they report. */
@NullMarked
package dev.gatehouse.operator.fleet;

import org.jspecify.annotations.NullMarked;
