@NullMarked
package dev.gatehouse.operator.issuer;

import org.jspecify.annotations.NullMarked;
