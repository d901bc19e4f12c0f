package dev.gatehouse.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.gateway.testing.ApiCaller;
import dev.gatehouse.gateway.testing.Json;
import dev.gatehouse.gateway.testing.RawRequest;
import dev.gatehouse.gateway.testing.RawResponse;
import dev.gatehouse.gateway.testing.RecordingUpstream;
import dev.gatehouse.gateway.testing.Scene;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The description and the server say the same: every route, every status, every answer. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenApiIT {

    private final Scene scene = DocumentedStatus.scene();
    private final Schemas schemas = new Schemas(Json.parseObject(
            scene.raw().send(RawRequest.of("GET", "/api/v1/openapi.json")).body()));

    @AfterEach
    void behave() {
        scene.upstreams().forEach(RecordingUpstream::behave);
    }

    @AfterAll
    void close() throws IOException {
        scene.close();
    }

    @Test
    void theDescriptionHasTheRoutesOfTheServerAndNoOther() {
        Set<String> described = new TreeSet<>();
        schemas.paths()
                .properties()
                .forEach(path -> path.getValue()
                        .fieldNames()
                        .forEachRemaining(
                                method -> described.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));

        assertThat(described)
                .isEqualTo(Arrays.stream(ApiRoute.values())
                        .map(route -> route.method() + " " + route.path())
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @ParameterizedTest
    @MethodSource("routes")
    void aRouteIsDescribedWithTheQueryAndTheBodyThatItTakes(ApiRoute route) {
        JsonNode operation = schemas.operation(route);
        Set<String> query = new TreeSet<>();
        Set<String> path = new TreeSet<>();
        for (JsonNode each : operation.path("parameters")) {
            JsonNode parameter = schemas.resolved(each);
            (parameter.path("in").asText().equals("query") ? query : path)
                    .add(parameter.path("name").asText());
        }

        assertThat(query).isEqualTo(new TreeSet<>(route.query()));
        assertThat(path).allSatisfy(name -> assertThat(route.path()).contains("{" + name + "}"));
        assertThat(operation.has("requestBody")).isEqualTo(route.takesBody());
        assertThat(operation.has("security")).isEqualTo(route.caller() == ApiRoute.Caller.ANYONE);
    }

    Stream<ApiRoute> routes() {
        return Stream.of(ApiRoute.values());
    }

    Stream<DocumentedStatus> statuses() {
        return routes().flatMap(route -> {
            Stream.Builder<DocumentedStatus> statuses = Stream.builder();
            schemas.operation(route)
                    .path("responses")
                    .fieldNames()
                    .forEachRemaining(status -> statuses.add(new DocumentedStatus(route, status)));
            return statuses.build();
        });
    }

    @ParameterizedTest
    @MethodSource("statuses")
    void everyDescribedStatusOfEveryRouteIsSeenAndIsAsDescribed(DocumentedStatus documented) {
        RawResponse response = documented.provoke(scene);

        assertThat(response.status()).as(response.visible()).isEqualTo(documented.expected());
        assertThat(schemas.objections(documented, response)).isEmpty();
    }

    @Test
    void everyExampleIsValid() {
        assertThat(schemas.objectionsToExamples()).isEmpty();
    }

    @Test
    void aWrongAnswerWouldBeNoticed() {
        ObjectNode wrong = ApiCaller.of(scene.gateway(), "ada").json("/whoami").put("digest", "0123");

        assertThat(schemas.objections("#/components/schemas/Whoami", wrong)).isNotEmpty();
    }
}
