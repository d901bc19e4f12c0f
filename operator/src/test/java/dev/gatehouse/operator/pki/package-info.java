@NullMarked
package dev.gatehouse.operator.pki;

import org.jspecify.annotations.NullMarked;
