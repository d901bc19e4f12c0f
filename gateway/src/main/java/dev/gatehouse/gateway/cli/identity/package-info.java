/** What makes up a new client or user: its token, the place where that will stand, and its rights. No I/O. */
@NullMarked
package dev.gatehouse.gateway.cli.identity;

import org.jspecify.annotations.NullMarked;
