/** A real MCP server on the official Java SDK. */
@NullMarked
package dev.gatehouse.examples.demo;

import org.jspecify.annotations.NullMarked;
