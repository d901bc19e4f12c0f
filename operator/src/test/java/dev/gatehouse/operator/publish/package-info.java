@NullMarked
package dev.gatehouse.operator.publish;

import org.jspecify.annotations.NullMarked;
