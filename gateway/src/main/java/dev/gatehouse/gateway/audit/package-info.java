/** The record of every decision: one event each, with no token, argument or credential in it. */
@NullMarked
package dev.gatehouse.gateway.audit;

import org.jspecify.annotations.NullMarked;
