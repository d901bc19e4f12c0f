package dev.gatehouse.gateway.api;

import static dev.gatehouse.gateway.testing.ApiCaller.ok;
import static dev.gatehouse.gateway.testing.ApiCaller.problem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.examples.demo.DemoServer;
import dev.gatehouse.gateway.testing.ApiCaller;
import dev.gatehouse.gateway.testing.GatewayFixture;
import dev.gatehouse.gateway.testing.Manifest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The API in front of a real MCP server, made with the official SDK. */
class ApiDemoServerIT {

    private static final DemoServer DEMO = DemoServer.start(0);
    private static final GatewayFixture GATEWAY = GatewayFixture.start(folder -> folder.write(
                    "demo.yaml", Manifest.server("demo", DEMO.url().toString(), "  protocol: Auto"))
            .user(
                    "dana",
                    "[{server: demo, tools: [get_weather, fail], prompts: [greeting],"
                            + " resources: ['doc://handbook/*', 'weather://*']}]"));

    private final ApiCaller dana = ApiCaller.of(GATEWAY, "dana");

    @AfterAll
    static void close() throws Exception {
        GATEWAY.close();
        DEMO.close();
    }

    @Test
    void aToolAnswersAsOnMcp() {
        ObjectNode result = ok(dana.invoke("demo__get_weather", "{'city': 'Oslo'}"));

        assertThat(result.at("/content/0/text").asText()).isEqualTo("Oslo: snow, -3 \u00b0C");
        assertThat(result.at("/structuredContent/celsius").asInt()).isEqualTo(-3);
    }

    @Test
    void aToolThatFailsIsAnAnswer() {
        assertThat(ok(dana.invoke("demo__fail", "{}")).path("isError").asBoolean())
                .isTrue();
    }

    @Test
    void aPromptIsRenderedAndResourcesAreRead() {
        assertThat(ok(dana.render("demo__greeting", "{'name': 'Ada'}"))
                        .at("/messages/0/content/text")
                        .asText())
                .contains("Ada");
        assertThat(ok(dana.read("doc://handbook/welcome"))
                        .at("/contents/0/text")
                        .asText())
                .isEqualTo("Ask before you delete anything.");
        assertThat(ok(dana.read("weather://today/Tokyo")).at("/contents/0/text").asText())
                .contains("rain");
    }

    @Test
    void whatIsForbiddenDoesNotRun() {
        problem(dana.invoke("demo__delete_everything", "{}"), 404);
        problem(dana.render("demo__admin_runbook", "{}"), 404);
        problem(dana.read("doc://private/salaries"), 404);

        assertThat(DEMO.calls())
                .noneMatch(call -> call.name().matches("delete_everything|admin_runbook|doc://private.*"));
    }

    @Test
    void aToolIsDescribedAsItsServerDescribesIt() {
        ObjectNode tool = dana.json("/tools/demo__get_weather");

        assertThat(tool.path("description").asText()).isEqualTo("Tells today's weather in a city.");
        assertThat(tool.at("/inputSchema/required/0").asText()).isEqualTo("city");
        assertThat(tool.at("/outputSchema/properties/celsius/type").asText()).isEqualTo("integer");
        assertThat(dana.json("/prompts/demo__greeting")
                        .at("/arguments/0/required")
                        .asBoolean())
                .isTrue();
    }
}
