package dev.gatehouse.examples.walkthrough;

import dev.gatehouse.examples.demo.Call;
import dev.gatehouse.examples.demo.DemoServer;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The story: what each client lists, what it may call, what an edit changes, and what the record says of it. */
final class Tour {

    private static final Duration EDIT_BOUND = Duration.ofSeconds(5);
    private static final Map<String, Object> OSLO = Map.of("city", "Oslo");

    private final Narrator narrator;
    private final DemoServer upstream;
    private final EditableManifests folder;
    private final GatewayProcess gateway;

    Tour(Narrator narrator, DemoServer upstream, EditableManifests folder, GatewayProcess gateway) {
        this.narrator = narrator;
        this.upstream = upstream;
        this.folder = folder;
        this.gateway = gateway;
    }

    void run() throws IOException, InterruptedException {
        try (Visitor editor = Visitor.to(gateway.url(), "editor", folder.token("team-a/editor.yaml"));
                Visitor reporter = Visitor.to(gateway.url(), "reporter", folder.token("team-a/reporter.yaml"))) {
            showEditor(editor);
            showReporter(reporter);
            showStrangers();
            showAnEdit(reporter);
        }
        showUpstream();
        showAudit();
    }

    private void showEditor(Visitor editor) {
        narrator.chapter("1. Client team-a/editor: everything except what is dangerous or private");
        List<String> tools = editor.tools();
        narrator.check(
                "lists tools",
                tools,
                tools.contains("demo__add") && tools.size() == 8 && !tools.contains("demo__delete_everything"));
        List<String> prompts = editor.prompts();
        narrator.check("lists prompts", prompts, prompts.equals(List.of("demo__greeting", "demo__weather_report")));
        List<String> resources = editor.resources();
        narrator.check(
                "lists resources",
                resources,
                resources.equals(List.of("doc://handbook/tools", "doc://handbook/welcome", "note://board")));
        allowed("calls demo__add", editor.call("demo__add", Map.of("a", 2, "b", 40)), "42");
        allowed(
                "reads doc://handbook/welcome",
                editor.read("doc://handbook/welcome"),
                "Ask before you delete anything.");
        refused("calls demo__delete_everything", editor.call("demo__delete_everything", Map.of()));
        refused("reads doc://private/salaries", editor.read("doc://private/salaries"));
    }

    private void showReporter(Visitor reporter) {
        narrator.chapter("2. Client team-a/reporter: the weather, and nothing else");
        List<String> tools = reporter.tools();
        narrator.check("lists tools", tools, tools.equals(List.of("demo__get_weather", "demo__list_cities")));
        List<String> prompts = reporter.prompts();
        narrator.check("lists prompts", prompts, prompts.equals(List.of("demo__weather_report")));
        allowed("calls demo__get_weather", reporter.call("demo__get_weather", OSLO), "Oslo: snow, -3 °C");
        allowed("reads weather://today/Tokyo", reporter.read("weather://today/Tokyo"), "rain, 15 °C");
        refused("calls demo__get_secret_forecast", reporter.call("demo__get_secret_forecast", OSLO));
        refused("calls demo__echo", reporter.call("demo__echo", Map.of("text", "hello")));
        refused("calls demo__no_such_tool", reporter.call("demo__no_such_tool", Map.of()));
        refused("gets prompt demo__greeting", reporter.prompt("demo__greeting", Map.of("name", "Ada")));
    }

    private void showStrangers() throws IOException, InterruptedException {
        narrator.chapter("3. Strangers");
        int none = status(HttpRequest.newBuilder(gateway.url()));
        narrator.check("without a token", "HTTP " + none, none == 401);
        int wrong = status(
                HttpRequest.newBuilder(gateway.url()).header("Authorization", "Bearer not-a-token-of-anybody-here"));
        narrator.check("with an unknown token", "HTTP " + wrong, wrong == 401);
    }

    private void showAnEdit(Visitor reporter) {
        String file = "platform/weather-readers.yaml";
        narrator.chapter("4. An edit of " + file + ", while reporter stays connected");
        long gone =
                editAndWait(file, "\"get_*\", ", "", () -> !weather(reporter).answered());
        narrator.check("without \"get_*\"", "refused " + gone + " ms after the file was saved", gone >= 0);
        List<String> tools = reporter.tools();
        narrator.check("lists tools", tools, tools.equals(List.of("demo__list_cities")));
        long back = editAndWait(
                file,
                "\"list_cities\"",
                "\"get_*\", \"list_cities\"",
                () -> weather(reporter).answered());
        narrator.check("with \"get_*\" again", "allowed " + back + " ms after the file was saved", back >= 0);
    }

    private void showUpstream() {
        narrator.chapter("5. What the demo server saw");
        List<String> names =
                upstream.calls().stream().map(Call::name).distinct().sorted().toList();
        boolean clean = names.stream()
                .noneMatch(name -> List.of("delete_everything", "get_secret_forecast", "echo", "greeting")
                                .contains(name)
                        || name.startsWith("doc://private"));
        narrator.check("ran", names, clean && names.contains("get_weather"));
        boolean leaked = upstream.requests().stream()
                .anyMatch(request -> !request.header("Authorization").isEmpty());
        narrator.check("saw a client's token", leaked ? "yes" : "no", !leaked);
    }

    private void showAudit() throws IOException {
        narrator.chapter("6. The audit: one line for each decision");
        List<String> denied = gateway.auditLines().stream()
                .filter(line -> line.contains("delete_everything") || line.contains("no_such_tool"))
                .toList();
        denied.forEach(narrator::quote);
        narrator.check("denials of the two calls above", denied.size() + " lines", denied.size() == 2);
        narrator.say("all of it", gateway.audit());
    }

    private VisitorsAnswer weather(Visitor reporter) {
        return reporter.call("demo__get_weather", OSLO);
    }

    private void allowed(String what, VisitorsAnswer outcome, String text) {
        narrator.check(what, outcome, outcome.equals(new VisitorsAnswer.Answered(text)));
    }

    private void refused(String what, VisitorsAnswer outcome) {
        narrator.check(what, outcome, !outcome.answered());
    }

    /** Milliseconds from the save until the condition held; negative when it did not within the bound. */
    private long editAndWait(String file, String before, String after, Condition enforced) {
        folder.replace(file, before, after);
        long saved = System.nanoTime();
        while (!enforced.holds()) {
            if (System.nanoTime() - saved > EDIT_BOUND.toNanos()) {
                return -1;
            }
        }
        return Duration.ofNanos(System.nanoTime() - saved).toMillis();
    }

    private static int status(HttpRequest.Builder request) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                            request.header("Content-Type", "application/json")
                                    .header("Accept", "application/json, text/event-stream")
                                    .POST(HttpRequest.BodyPublishers.ofString(
                                            "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\"}"))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        }
    }

    /** Asked again and again until it holds. */
    private interface Condition {
        boolean holds();
    }
}
