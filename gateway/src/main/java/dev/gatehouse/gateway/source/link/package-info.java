/**
 * The operator as the source of the configuration: dialled, verified, followed. What was applied last stays in force while
 * the operator cannot be reached.
 */
@NullMarked
package dev.gatehouse.gateway.source.link;

import org.jspecify.annotations.NullMarked;
