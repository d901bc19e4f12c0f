@NullMarked
package dev.gatehouse.gateway.relay;

import org.jspecify.annotations.NullMarked;
