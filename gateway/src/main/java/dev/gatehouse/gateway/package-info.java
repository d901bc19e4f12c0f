/** The gateway process: options, start, stop. */
@NullMarked
package dev.gatehouse.gateway;

import org.jspecify.annotations.NullMarked;
