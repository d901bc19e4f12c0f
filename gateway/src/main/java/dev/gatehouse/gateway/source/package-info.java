/** Where a configuration comes from, whichever way. */
@NullMarked
package dev.gatehouse.gateway.source;

import org.jspecify.annotations.NullMarked;
