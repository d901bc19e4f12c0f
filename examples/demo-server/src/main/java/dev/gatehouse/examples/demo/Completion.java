package dev.gatehouse.examples.demo;

import io.modelcontextprotocol.server.McpServerFeatures.SyncCompletionSpecification;
import io.modelcontextprotocol.spec.McpSchema.CompleteReference;
import io.modelcontextprotocol.spec.McpSchema.CompleteResult;
import io.modelcontextprotocol.spec.McpSchema.CompleteResult.CompleteCompletion;
import java.util.List;
import java.util.Map;

/** Completes the names of cities. */
final class Completion {

    private Completion() {}

    static SyncCompletionSpecification ofCities(CompleteReference reference, String name, Journal journal) {
        return new SyncCompletionSpecification(reference, (_, request) -> {
            String typed = request.argument().value();
            journal.ran("completion/complete", name, Map.of(request.argument().name(), typed));
            List<String> names = Cities.startingWith(typed);
            return new CompleteResult(new CompleteCompletion(names, names.size(), false));
        });
    }
}
