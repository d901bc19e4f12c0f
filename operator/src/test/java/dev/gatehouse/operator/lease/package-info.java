@NullMarked
package dev.gatehouse.operator.lease;

import org.jspecify.annotations.NullMarked;
