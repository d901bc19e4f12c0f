@NullMarked
package dev.gatehouse.gateway.upstream.lane;

import org.jspecify.annotations.NullMarked;
