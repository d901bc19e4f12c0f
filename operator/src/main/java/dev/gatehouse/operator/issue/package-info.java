/**
 * Tokens that the operator mints into Secrets and rotates. What is due is decided purely; all state that has to outlive a
 * process is in the Secret.
 */
@NullMarked
package dev.gatehouse.operator.issue;

import org.jspecify.annotations.NullMarked;
