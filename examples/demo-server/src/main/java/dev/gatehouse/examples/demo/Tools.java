package dev.gatehouse.examples.demo;

import io.modelcontextprotocol.server.McpServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.server.McpSyncServerExchange;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.ProgressNotification;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import io.modelcontextprotocol.spec.McpSchema.ToolAnnotations;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;

/** The demo's tools: harmless ones, a slow one, one that fails, and one that nobody should be granted by accident. */
final class Tools {

    private final Journal journal;
    private final Board board;
    private final Runnable boardChanged;
    private final CountDownLatch closing;

    /**
     * @param boardChanged tells the subscribers
     * @param closing ends the pauses of slow tools early
     */
    Tools(Journal journal, Board board, Runnable boardChanged, CountDownLatch closing) {
        this.journal = journal;
        this.board = board;
        this.boardChanged = boardChanged;
        this.closing = closing;
    }

    List<SyncToolSpecification> all() {
        return List.of(
                echo("echo"),
                tool(
                        "add",
                        "Adds two numbers.",
                        Schemas.object(Map.of("a", "number", "b", "number"), "a", "b"),
                        (_, request) -> text(plain(number(request, "a") + number(request, "b")))),
                getWeather(),
                tool(
                        "list_cities",
                        "Lists the cities whose weather is known.",
                        Schemas.object(Map.of()),
                        (_, _) -> text(String.join(", ", Cities.NAMES))),
                tool(
                        "get_secret_forecast",
                        "Tells next week's weather, which not everybody may know.",
                        Schemas.object(Map.of("city", "string"), "city"),
                        (_, request) -> text("Next week in " + string(request, "city") + ": frogs.")),
                tool(
                        "count_slowly",
                        "Counts to a number with a pause before each, reporting progress.",
                        Schemas.object(Map.of("to", "integer", "pauseMillis", "integer"), "to"),
                        this::countSlowly),
                tool(
                        "update_board",
                        "Writes a note on the board and tells everybody who subscribed to " + Board.URI + ".",
                        Schemas.object(Map.of("text", "string"), "text"),
                        this::updateBoard),
                tool(
                        "fail",
                        "Always fails, as a tool may.",
                        Schemas.object(Map.of()),
                        (_, _) -> CallToolResult.builder()
                                .addTextContent("This tool fails on purpose.")
                                .isError(true)
                                .build()),
                deleteEverything());
    }

    /** A tool of any name that returns its {@code text}. */
    SyncToolSpecification echo(String name) {
        return echo(name, "Returns the text that it was given.");
    }

    SyncToolSpecification echo(String name, String description) {
        return tool(
                name,
                description,
                Schemas.object(Map.of("text", "string"), "text"),
                (_, request) -> text(string(request, "text")));
    }

    private SyncToolSpecification getWeather() {
        Tool tool = Tool.builder("get_weather", Schemas.object(Map.of("city", "string"), "city"))
                .description("Tells today's weather in a city.")
                .outputSchema(Schemas.object(
                        Map.of("city", "string", "sky", "string", "celsius", "integer"), "city", "sky", "celsius"))
                .build();
        return recorded(tool, (_, request) -> {
            String city = string(request, "city");
            Cities.Weather weather = Cities.weather(city);
            return CallToolResult.builder()
                    .addTextContent(city + ": " + weather.sky() + ", " + weather.celsius() + " °C")
                    .structuredContent(Map.of("city", city, "sky", weather.sky(), "celsius", weather.celsius()))
                    .build();
        });
    }

    private SyncToolSpecification deleteEverything() {
        Tool tool = Tool.builder("delete_everything", Schemas.object(Map.of()))
                .description("Deletes everything. The reason why allow-lists exist.")
                .annotations(ToolAnnotations.builder().destructiveHint(true).build())
                .build();
        return recorded(tool, (_, _) -> text("Everything is gone."));
    }

    private CallToolResult countSlowly(McpSyncServerExchange exchange, CallToolRequest request) {
        int last = (int) number(request, "to");
        Duration pause = Duration.ofMillis(
                request.arguments().containsKey("pauseMillis") ? (long) number(request, "pauseMillis") : 100);
        Object token = request.meta() == null ? null : request.meta().get("progressToken");
        for (int count = 1; count <= last && !closed(pause); count++) {
            if (token != null) {
                exchange.progressNotification(ProgressNotification.builder(token, count)
                        .total((double) last)
                        .message("counted to " + count)
                        .build());
            }
        }
        return text("Counted to " + last + ".");
    }

    private CallToolResult updateBoard(McpSyncServerExchange exchange, CallToolRequest request) {
        board.write(string(request, "text"));
        boardChanged.run();
        return text("The board has a new note.");
    }

    private boolean closed(Duration pause) {
        try {
            return closing.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private SyncToolSpecification tool(
            String name,
            String description,
            Map<String, Object> schema,
            BiFunction<McpSyncServerExchange, CallToolRequest, CallToolResult> handler) {
        return recorded(Tool.builder(name, schema).description(description).build(), handler);
    }

    private SyncToolSpecification recorded(
            Tool tool, BiFunction<McpSyncServerExchange, CallToolRequest, CallToolResult> handler) {
        return new SyncToolSpecification(tool, (exchange, request) -> {
            journal.ran("tools/call", request.name(), request.arguments());
            return handler.apply(exchange, request);
        });
    }

    private static CallToolResult text(String text) {
        return CallToolResult.builder().addTextContent(text).build();
    }

    private static String string(CallToolRequest request, String argument) {
        return String.valueOf(request.arguments().get(argument));
    }

    private static double number(CallToolRequest request, String argument) {
        return request.arguments().get(argument) instanceof Number number ? number.doubleValue() : 0;
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }
}
