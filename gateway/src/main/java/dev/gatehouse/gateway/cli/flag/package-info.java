/** How values of flags are written, where several commands take the same. */
@NullMarked
package dev.gatehouse.gateway.cli.flag;

import org.jspecify.annotations.NullMarked;
