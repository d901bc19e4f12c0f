@NullMarked
package dev.gatehouse.operator.world;

import org.jspecify.annotations.NullMarked;
