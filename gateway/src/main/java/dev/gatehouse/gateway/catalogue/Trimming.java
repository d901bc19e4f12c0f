package dev.gatehouse.gateway.catalogue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Takes out of one server's answers what the gateway cannot carry, and nothing else. */
final class Trimming {

    private static final String TASKS_EXTENSION = "io.modelcontextprotocol/tasks";

    private Trimming() {}

    /** Of an {@code InitializeResult} or {@code DiscoverResult}, in place. */
    static void capabilities(ObjectNode result) {
        if (result.get("capabilities") instanceof ObjectNode capabilities) {
            capabilities.remove(List.of("tasks"));
            if (capabilities.get("extensions") instanceof ObjectNode extensions) {
                extensions.remove(TASKS_EXTENSION);
                if (extensions.isEmpty()) {
                    capabilities.remove("extensions");
                }
            }
        } else {
            result.putObject("capabilities");
        }
    }
}
