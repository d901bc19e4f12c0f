/** Which of several operators leads: one {@code Lease}, held by whoever renews it in time. */
@NullMarked
package dev.gatehouse.operator.lease;

import org.jspecify.annotations.NullMarked;
