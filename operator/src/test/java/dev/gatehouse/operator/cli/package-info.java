@NullMarked
package dev.gatehouse.operator.cli;

import org.jspecify.annotations.NullMarked;
