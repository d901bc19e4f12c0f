/**
 * Legacy sessions without a session table: what a session is travels, sealed, in its id. Nothing here does I/O except
 * reading the key file.
 */
@NullMarked
package dev.gatehouse.gateway.session;

import org.jspecify.annotations.NullMarked;
