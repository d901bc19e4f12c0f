/**
 * The MCP wire as a pure codec: strict scanning, messages, eras, errors, list filtering, server-sent events. Bytes in,
 * values out; no sockets, no clocks, no threads.
 */
@NullMarked
package dev.gatehouse.gateway.mcp;

import org.jspecify.annotations.NullMarked;
