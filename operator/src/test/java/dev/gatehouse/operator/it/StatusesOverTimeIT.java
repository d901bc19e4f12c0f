package dev.gatehouse.operator.it;

import static dev.gatehouse.operator.it.Cluster.soon;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.model.resource.status.ConditionStatus;
import dev.gatehouse.model.resource.status.ConditionType;
import dev.gatehouse.operator.status.Kstatus;
import dev.gatehouse.operator.status.Vocabulary;
import dev.gatehouse.testbed.ApiServerExtension;
import dev.gatehouse.testbed.TestApiServer;
import dev.gatehouse.testbed.TestNamespace;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whatever an API server has held of an object, from before the operator came to its deletion: programs can rely on it. */
@ExtendWith(ApiServerExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StatusesOverTimeIT {

    private static final String MISTAKEN = """
            apiVersion: gatehouse.dev/v1alpha1
            kind: McpClient
            metadata: {name: twin-1}
            spec: {tokens: [{sha256: cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc}]}
            ---
            apiVersion: gatehouse.dev/v1alpha1
            kind: McpUser
            metadata: {name: twin-2}
            spec: {tokens: [{sha256: cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc}]}
            ---
            apiVersion: gatehouse.dev/v1alpha1
            kind: McpServer
            metadata: {name: same-key}
            spec: {url: "http://127.0.0.1:9/mcp", exposeAs: github}
            ---
            apiVersion: gatehouse.dev/v1alpha1
            kind: McpAllowList
            metadata: {name: dangling}
            spec: {rules: [{server: nowhere}]}
            """;

    private final TestNamespace team;
    private final Cluster cluster;
    private final HeldStatuses held;

    StatusesOverTimeIT(TestApiServer server, TestNamespace team) {
        this.team = team;
        this.cluster = Cluster.of(server, team);
        this.held = HeldStatuses.in(team);
    }

    @BeforeAll
    void live() throws Exception {
        team.apply(Samples.CLIENT_AND_SERVER + """
                ---
                apiVersion: gatehouse.dev/v1alpha1
                kind: McpGateway
                metadata: {name: gateway}
                spec: {}
                """);
        cluster.startOperator(0);
        soon().until(() -> held.haveSaid("Ready False NoGateways"));
        cluster.startGateway("one");
        soon().until(() -> Statuses.ready(team, "McpClient", "cursor").equals("True Ready"));
        team.apply(MISTAKEN);
        soon().until(() -> held.haveSaid("Stalled True DuplicateToken") && held.haveSaid("Stalled True NameConflict"));
        soon().until(() -> held.haveSaid("Ready False ServerNotFound"));
        team.apply(Samples.CLIENT_AND_SERVER.replace("spec:\n  tokens", "spec:\n  suspend: true\n  tokens"));
        soon().until(() -> held.haveSaid("Ready True Suspended"));
        deleteWithFinalizer();
    }

    @AfterAll
    void stop() {
        cluster.close();
        held.close();
    }

    @Test
    void everyReasonStoodWithItsConditionOnly() {
        for (JsonNode object : held.objects()) {
            for (JsonNode condition : object.at("/status/conditions")) {
                assertThat(Vocabulary.holds(
                                type(condition),
                                status(condition),
                                condition.path("reason").asText()))
                        .as(condition.toString())
                        .isTrue();
            }
        }
    }

    @Test
    void nothingWasCurrentToKstatusBeforeItWasProgrammed() {
        assertThat(held.objects())
                .filteredOn(object -> Kstatus.of(object) == Kstatus.CURRENT)
                .isNotEmpty()
                .allSatisfy(object -> assertThat(isAt(object, ConditionType.PROGRAMMED, ConditionStatus.TRUE))
                        .isTrue());
    }

    @Test
    void objectThatNoOperatorHadSeenWasInProgress() {
        List<JsonNode> unseen = held.objects().stream()
                .filter(object -> HeldStatuses.words(object).contains("Ready Unknown Pending"))
                .toList();

        assertThat(unseen)
                .hasSizeGreaterThanOrEqualTo(3)
                .extracting(Kstatus::of)
                .containsOnly(Kstatus.IN_PROGRESS);
    }

    @Test
    void failedWasExactlyWhatAPersonHadToActOn() {
        List<JsonNode> alive = held.objects().stream()
                .filter(object -> Kstatus.of(object) != Kstatus.TERMINATING)
                .toList();

        assertThat(alive).extracting(Kstatus::of).contains(Kstatus.FAILED);
        assertThat(alive)
                .allSatisfy(object ->
                        assertThat(Kstatus.of(object) == Kstatus.FAILED).isEqualTo(neededAPerson(object)));
    }

    @Test
    void whatIsBeingDeletedIsTerminating() {
        assertThat(held.objects()).extracting(Kstatus::of).contains(Kstatus.TERMINATING);
    }

    private void deleteWithFinalizer() {
        var client = team.server()
                .client()
                .genericKubernetesResources("gatehouse.dev/v1alpha1", "McpClient")
                .inNamespace(team.name())
                .withName("cursor");
        client.edit(object -> {
            object.getMetadata().setFinalizers(List.of("example.com/held"));
            return object;
        });
        client.delete();
        soon().until(() -> held.objects().stream().anyMatch(object -> Kstatus.of(object) == Kstatus.TERMINATING));
    }

    private static boolean neededAPerson(JsonNode object) {
        return isAt(object, ConditionType.ACCEPTED, ConditionStatus.FALSE)
                || (isAt(object, ConditionType.RESOLVED_REFS, ConditionStatus.FALSE)
                        && HeldStatuses.condition(object, ConditionType.STALLED)
                                .filter(stalled -> sinceRefs(object, stalled).compareTo(Duration.ofMinutes(1)) >= 0)
                                .isPresent());
    }

    private static Duration sinceRefs(JsonNode object, JsonNode stalled) {
        JsonNode refs =
                HeldStatuses.condition(object, ConditionType.RESOLVED_REFS).orElseThrow();
        return Duration.between(time(refs), time(stalled));
    }

    private static Instant time(JsonNode condition) {
        return Instant.parse(condition.path("lastTransitionTime").asText());
    }

    private static boolean isAt(JsonNode object, ConditionType type, ConditionStatus status) {
        return HeldStatuses.condition(object, type)
                .filter(condition -> status(condition) == status)
                .isPresent();
    }

    private static ConditionStatus status(JsonNode condition) {
        return ConditionStatus.valueOf(condition.path("status").asText().toUpperCase(Locale.ROOT));
    }

    private static ConditionType type(JsonNode condition) {
        for (ConditionType type : ConditionType.values()) {
            if (type.text().equals(condition.path("type").asText())) {
                return type;
            }
        }
        throw new AssertionError("no such condition: " + condition);
    }
}
