package dev.gatehouse.examples.demo;

import java.util.Map;

/**
 * Something the demo server really ran: the last word on what got through a gateway.
 *
 * @param method the MCP method, such as {@code tools/call}
 * @param name the tool, prompt or resource URI; for a completion the reference
 * @param arguments as they arrived
 */
public record Call(String method, String name, Map<String, Object> arguments) {

    public Call {
        arguments = Map.copyOf(arguments);
    }
}
