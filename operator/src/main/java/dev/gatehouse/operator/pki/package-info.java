/**
 * The operator's own certificate authority: which certificates there have to be, decided by a pure function, and what it
 * takes to make them. Keys are in {@link dev.gatehouse.model.resource.SecretValue}s and are never printed.
 */
@NullMarked
package dev.gatehouse.operator.pki;

import org.jspecify.annotations.NullMarked;
