@NullMarked
package dev.gatehouse.operator.link;

import org.jspecify.annotations.NullMarked;
