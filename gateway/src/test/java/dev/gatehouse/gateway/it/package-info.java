/**
 * The gateway as its callers and its attackers meet it. Classes named by a letter and a number are the items of the attack
 * list in {@code docs/security.md}; their oracle is what the upstream saw.
 */
@NullMarked
package dev.gatehouse.gateway.it;

import org.jspecify.annotations.NullMarked;
