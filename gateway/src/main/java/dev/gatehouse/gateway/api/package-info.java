/**
 * The management API below {@code /api/v1}: what users see of the gateway and may use through it. It reads and invokes;
 * no route writes configuration. The one decision function answers here as it does on MCP.
 */
@NullMarked
package dev.gatehouse.gateway.api;

import org.jspecify.annotations.NullMarked;
