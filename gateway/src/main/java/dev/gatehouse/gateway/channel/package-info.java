/**
 * Two small types over XNIO's channels, so that what reads and writes on I/O threads reads top to bottom elsewhere.
 * Everything here is confined to the channel's I/O thread.
 */
@NullMarked
package dev.gatehouse.gateway.channel;

import org.jspecify.annotations.NullMarked;
