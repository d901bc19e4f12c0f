@NullMarked
package dev.gatehouse.operator.issue;

import org.jspecify.annotations.NullMarked;
