package dev.gatehouse.operator.crd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.resource.status.Condition;
import dev.gatehouse.model.resource.status.ConditionStatus;
import dev.gatehouse.model.resource.status.ConditionType;
import dev.gatehouse.operator.resource.McpClientResource;
import dev.gatehouse.testbed.ApiServerExtension;
import dev.gatehouse.testbed.Kubectl;
import dev.gatehouse.testbed.TestNamespace;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person and a GitOps tool see of an object before the operator has looked at it. */
@ExtendWith(ApiServerExtension.class)
class NewObjectsIT {

    private static final String CLIENT = """
            apiVersion: gatehouse.dev/v1alpha1
            kind: McpClient
            metadata: {name: cursor}
            spec:
              allow: [%s]
            """;

    private static Kubectl.Result run(TestNamespace namespace, String rule, String... command) {
        String[] arguments = Stream.concat(Stream.of(command), Stream.of("-n", namespace.name(), "-f", "-"))
                .toArray(String[]::new);
        return namespace.server().kubectl().runWith(CLIENT.formatted(rule), arguments);
    }

    @Test
    void newObjectWaitsForTheOperator(TestNamespace namespace) {
        namespace.apply(CLIENT.formatted("{server: a}"));

        McpClientResource stored = namespace
                .server()
                .client()
                .resources(McpClientResource.class)
                .inNamespace(namespace.name())
                .withName("cursor")
                .get();

        assertThat(stored.getStatus().conditions())
                .extracting(Condition::type)
                .containsExactly(
                        ConditionType.READY,
                        ConditionType.ACCEPTED,
                        ConditionType.RESOLVED_REFS,
                        ConditionType.PROGRAMMED);
        assertThat(stored.getStatus().conditions()).allSatisfy(condition -> {
            assertThat(condition.status()).isEqualTo(ConditionStatus.UNKNOWN);
            assertThat(condition.reason()).isEqualTo("Pending");
            assertThat(condition.message()).isEqualTo("waiting for the operator");
            assertThat(condition.lastTransitionTime()).isEqualTo(Instant.EPOCH);
        });
    }

    @Test
    void everyKindIsListedByItsShortNameAndByTheCategory(TestNamespace namespace) {
        namespace.apply(CLIENT.formatted("{server: a}"));
        Kubectl kubectl = namespace.server().kubectl();

        assertThat(kubectl.run("get", "gatehouse", "-n", namespace.name()).output())
                .contains("mcpclient.gatehouse.dev/cursor");
        assertThat(kubectl.run("get", "mcps,mcpal,mcpc,mcpu,mcpgw", "-n", namespace.name())
                        .output())
                .contains("cursor");
    }

    @Test
    void columnsSayWhetherItIsReadyAndWhyNot(TestNamespace namespace) {
        namespace.apply(CLIENT.formatted("{server: a}"));

        String table = namespace
                .server()
                .kubectl()
                .run("get", "mcpc", "-n", namespace.name())
                .output();

        assertThat(table.lines().findFirst().orElse("").split(" +"))
                .containsExactly("NAME", "READY", "REASON", "TOKENS", "SERVERS", "AGE");
        assertThat(table).containsPattern("cursor +Unknown +Pending");
    }

    @Test
    void unknownFieldIsRefusedWithItsName(TestNamespace namespace) {
        Kubectl.Result result = run(namespace, "{server: a, tool: [b]}", "apply", "--validate=strict");

        assertThat(result.exitCode()).isNotZero();
        assertThat(result.errors()).contains("unknown field \"spec.allow[0].tool\"");
    }

    /** An API server drops a null that a field may not have: what was meant to grant nothing would grant everything. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{server: a, tools: null}",
                "{server: a, tools: [b], except: null}",
                "{server: a, tools: [b], except: {tools: null}}",
                "{server: a, tools: [b], namespace: null}"
            })
    void fieldWithoutAValueIsRefusedWhereTheApiServerSeesIt(String rule, TestNamespace namespace) {
        assertThat(run(namespace, rule, "create").errors()).contains("a field without a value");
        assertThat(run(namespace, rule, "apply", "--server-side").errors()).contains("a field without a value");
    }

    @Test
    void selectorWithoutAValueIsRefused(TestNamespace namespace) {
        Kubectl.Result result = namespace.server().kubectl().runWith("""
                apiVersion: gatehouse.dev/v1alpha1
                kind: McpAllowList
                metadata: {name: shared}
                spec: {allowedNamespaces: {from: Selector, selector: {matchLabels: {tier: null}}}}
                """, "create", "-n", namespace.name(), "-f", "-");

        assertThat(result.errors()).contains("a field without a value");
    }

    @Test
    void statusIsNoPartOfWhatUsersWrite(TestNamespace namespace) {
        namespace.create(CLIENT.formatted("{server: a}") + """
                status: {servers: [made-up]}
                """);

        assertThat(namespace
                        .get("gatehouse.dev/v1alpha1", "McpClient", "cursor")
                        .<Object>get("status", "servers"))
                .isNull();
    }
}
