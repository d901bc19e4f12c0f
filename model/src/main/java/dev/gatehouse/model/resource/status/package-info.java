/**
 * What the operator reports on each kind, as immutable records that are the {@code status} of the custom resources and the
 * one source of its part of the CRDs. Written whole, never patched in place; holds no secret, only fingerprints.
 */
@NullMarked
package dev.gatehouse.model.resource.status;

import org.jspecify.annotations.NullMarked;
