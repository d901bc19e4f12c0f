package dev.gatehouse.examples.demo;

import io.modelcontextprotocol.server.McpServerFeatures.SyncCompletionSpecification;
import io.modelcontextprotocol.server.McpServerFeatures.SyncPromptSpecification;
import io.modelcontextprotocol.spec.McpSchema.GetPromptRequest;
import io.modelcontextprotocol.spec.McpSchema.GetPromptResult;
import io.modelcontextprotocol.spec.McpSchema.Prompt;
import io.modelcontextprotocol.spec.McpSchema.PromptArgument;
import io.modelcontextprotocol.spec.McpSchema.PromptMessage;
import io.modelcontextprotocol.spec.McpSchema.PromptReference;
import io.modelcontextprotocol.spec.McpSchema.Role;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The demo's prompts and the completion of their arguments. */
final class Prompts {

    private final Journal journal;

    Prompts(Journal journal) {
        this.journal = journal;
    }

    List<SyncPromptSpecification> all() {
        return List.of(
                prompt(
                        "weather_report",
                        "Asks for a weather report in the style of a newsreader.",
                        "city",
                        city -> "Report today's weather in " + city + " as a newsreader would."),
                prompt(
                        "greeting",
                        "Asks for a friendly greeting.",
                        "name",
                        name -> "Greet " + name + " in one friendly sentence."),
                prompt(
                        "admin_runbook",
                        "Asks for the steps to wipe a system; not for everybody.",
                        "system",
                        system -> "List the steps to wipe " + system + "."));
    }

    List<SyncCompletionSpecification> completions() {
        return List.of(Completion.ofCities(new PromptReference("weather_report"), "weather_report", journal));
    }

    private SyncPromptSpecification prompt(
            String name, String description, String argument, Function<String, String> message) {
        Prompt prompt = Prompt.builder(name)
                .description(description)
                .arguments(
                        List.of(PromptArgument.builder(argument).required(true).build()))
                .build();
        return new SyncPromptSpecification(prompt, (_, request) -> {
            Map<String, Object> arguments = arguments(request);
            journal.ran("prompts/get", request.name(), arguments);
            String text = message.apply(String.valueOf(arguments.getOrDefault(argument, "nobody")));
            return GetPromptResult.builder(List.of(PromptMessage.builder(
                                    Role.USER, TextContent.builder(text).build())
                            .build()))
                    .description(description)
                    .build();
        });
    }

    private static Map<String, Object> arguments(GetPromptRequest request) {
        return request.arguments() == null ? Map.of() : request.arguments();
    }
}
