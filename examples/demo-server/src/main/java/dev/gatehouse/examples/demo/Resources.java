package dev.gatehouse.examples.demo;

import io.modelcontextprotocol.server.McpServerFeatures.SyncCompletionSpecification;
import io.modelcontextprotocol.server.McpServerFeatures.SyncResourceSpecification;
import io.modelcontextprotocol.server.McpServerFeatures.SyncResourceTemplateSpecification;
import io.modelcontextprotocol.spec.McpSchema.ReadResourceResult;
import io.modelcontextprotocol.spec.McpSchema.Resource;
import io.modelcontextprotocol.spec.McpSchema.ResourceReference;
import io.modelcontextprotocol.spec.McpSchema.ResourceTemplate;
import io.modelcontextprotocol.spec.McpSchema.TextResourceContents;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The demo's resources: pages of a handbook, one private page, the board, and a template over the cities. */
final class Resources {

    static final String TEMPLATE = "weather://today/{city}";

    private final Journal journal;
    private final Board board;

    Resources(Journal journal, Board board) {
        this.journal = journal;
        this.board = board;
    }

    List<SyncResourceSpecification> all() {
        return List.of(
                resource("doc://handbook/welcome", "welcome", () -> "Ask before you delete anything."),
                resource("doc://handbook/tools", "tools", () -> "Every tool does one thing."),
                resource("doc://private/salaries", "salaries", () -> "Nobody earns enough."),
                resource(Board.URI, "board", board::text));
    }

    List<SyncResourceTemplateSpecification> templates() {
        ResourceTemplate template = ResourceTemplate.builder(TEMPLATE, "weather-today")
                .description("Today's weather in a city.")
                .mimeType("text/plain")
                .build();
        return List.of(new SyncResourceTemplateSpecification(template, (_, request) -> {
            String city = request.uri().replaceFirst("^weather://today/", "");
            Cities.Weather weather = Cities.weather(city);
            return read(request.uri(), weather.sky() + ", " + weather.celsius() + " °C");
        }));
    }

    List<SyncCompletionSpecification> completions() {
        return List.of(Completion.ofCities(new ResourceReference(TEMPLATE), TEMPLATE, journal));
    }

    private SyncResourceSpecification resource(String uri, String name, Supplier<String> text) {
        Resource resource = Resource.builder(uri, name).mimeType("text/plain").build();
        return new SyncResourceSpecification(resource, (_, request) -> read(request.uri(), text.get()));
    }

    private ReadResourceResult read(String uri, String text) {
        journal.ran("resources/read", uri, Map.of());
        return ReadResourceResult.builder(List.of(TextResourceContents.builder(uri, text)
                        .mimeType("text/plain")
                        .build()))
                .build();
    }
}
