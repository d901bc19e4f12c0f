/**
 * One reconciler for all kinds: it compares the status that an object should have with the one that it has, and writes the
 * difference. What is enforced never waits for it.
 */
@NullMarked
package dev.gatehouse.operator.reconcile;

import org.jspecify.annotations.NullMarked;
