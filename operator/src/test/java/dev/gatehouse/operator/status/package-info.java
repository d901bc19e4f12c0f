@NullMarked
package dev.gatehouse.operator.status;

import org.jspecify.annotations.NullMarked;
