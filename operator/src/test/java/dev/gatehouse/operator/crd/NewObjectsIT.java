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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

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

    private static Kubectl.Result apply(TestNamespace namespace, String rule) {
        return namespace
                .server()
                .kubectl()
                .runWith(CLIENT.formatted(rule), "apply", "-n", namespace.name(), "--validate=strict", "-f", "-");
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
        Kubectl.Result result = apply(namespace, "{server: a, tool: [b]}");

        assertThat(result.exitCode()).isNotZero();
        assertThat(result.errors()).contains("unknown field \"spec.allow[0].tool\"");
    }

    /** It could mean "nothing" or "everything". */
    @Test
    void fieldWithoutAValueIsRefused(TestNamespace namespace) {
        Kubectl.Result result = apply(namespace, "{server: a, tools: null}");

        assertThat(result.exitCode()).isNotZero();
        assertThat(result.errors()).contains("spec.allow[0].tools");
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
