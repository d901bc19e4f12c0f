/**
 * The operator: watches the five kinds and labelled Secrets, translates the whole world, feeds every gateway over the link
 * and writes the status that proves it.
 */
@NullMarked
package dev.gatehouse.operator;

import org.jspecify.annotations.NullMarked;
