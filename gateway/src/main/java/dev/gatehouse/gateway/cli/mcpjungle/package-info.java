/**
 * The JSON files of MCPJungle (0.4) into objects of ours: {@link JungleImporter} reads texts, resolves what they refer to
 * and makes clients, users, servers and allow-lists. Files, variables and randomness are handed in.
 */
@NullMarked
package dev.gatehouse.gateway.cli.mcpjungle;

import org.jspecify.annotations.NullMarked;
