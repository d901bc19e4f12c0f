/**
 * The commands that talk to a running gateway over its management API, as a user. Nothing here knows the server's code:
 * what it says is read as text of a stranger, bounded and made harmless before it is shown.
 */
@NullMarked
package dev.gatehouse.gateway.cli.client;

import org.jspecify.annotations.NullMarked;
