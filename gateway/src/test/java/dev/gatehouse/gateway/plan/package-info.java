@NullMarked
package dev.gatehouse.gateway.plan;

import org.jspecify.annotations.NullMarked;
