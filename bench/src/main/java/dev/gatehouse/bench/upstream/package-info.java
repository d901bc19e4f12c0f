/** The servers that stand behind and beside the gateway in a measurement: a cheap MCP upstream, a stock proxy. */
@NullMarked
package dev.gatehouse.bench.upstream;

import org.jspecify.annotations.NullMarked;
