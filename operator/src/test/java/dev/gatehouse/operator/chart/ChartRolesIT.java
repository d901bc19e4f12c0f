package dev.gatehouse.operator.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the roles grant on paper; that it is what the operator needs is proved by running it with them. */
class ChartRolesIT {

    private static final String PLAIN = "gateway.allowPlainHttp=true";
    private static final String NOT_ISSUING = "operator.issueTokens=false";

    private final Chart chart = new Chart(Helm.found());

    @ParameterizedTest
    @ValueSource(strings = {"namespaces=null", "namespaces={team-a,team-b}"})
    void withoutIssuingSecretsOfOthersAreReadAndNothingElse(String where) {
        List<Grant> elsewhere = Grant.of(chart.render(PLAIN, NOT_ISSUING, where), Chart.NAMESPACE).stream()
                .filter(grant -> !grant.namespace().equals(Chart.NAMESPACE))
                .toList();

        assertThat(elsewhere)
                .filteredOn(grant -> grant.resource().equals("secrets"))
                .extracting(Grant::verb)
                .isNotEmpty()
                .containsOnly("get", "list", "watch");
        assertThat(elsewhere)
                .filteredOn(grant -> !Set.of("get", "list", "watch").contains(grant.verb()))
                .allMatch(grant ->
                        grant.resource().endsWith("/status") || grant.resource().equals("events"));
    }

    @Test
    void issuingAddsTheWritingOfSecretsAndNothingElse() {
        List<Grant> issuing = Grant.of(chart.render(PLAIN, "operator.issueTokens=true"), Chart.NAMESPACE);
        List<Grant> reading = Grant.of(chart.render(PLAIN, NOT_ISSUING), Chart.NAMESPACE);

        assertThat(issuing).containsAll(reading);
        assertThat(issuing)
                .filteredOn(grant -> !reading.contains(grant))
                .extracting(grant -> grant.resource() + " " + grant.verb())
                .containsExactlyInAnyOrder("secrets create", "secrets patch");
    }

    @Test
    void listOfNamespacesNeedsNoClusterRoleOfItsOwn() {
        Rendered rendered = chart.render(PLAIN, "namespaces={team-a,team-b}");

        assertThat(rendered.ofKind("ClusterRole")).isEmpty();
        assertThat(rendered.ofKind("ClusterRoleBinding"))
                .extracting(binding -> binding.at("/roleRef/name").asText())
                .containsExactly("system:service-account-issuer-discovery");
        assertThat(rendered.ofKind("RoleBinding"))
                .extracting(Rendered::namespace)
                .containsExactlyInAnyOrder("team-a", "team-b", "");
    }

    @Test
    void nothingIsGrantedByWildcard() {
        assertThat(Grant.of(chart.render(PLAIN), Chart.NAMESPACE))
                .isNotEmpty()
                .noneMatch(grant -> (grant.group() + grant.resource() + grant.verb()).contains("*"));
    }

    @Test
    void gatewayIsGrantedNothing() {
        Rendered rendered = chart.render(PLAIN);
        String operator = rendered.deployment("operator")
                .at("/spec/template/spec/serviceAccountName")
                .asText();

        for (String kind : List.of("RoleBinding", "ClusterRoleBinding")) {
            assertThat(rendered.ofKind(kind)).isNotEmpty().allSatisfy(binding -> {
                JsonNode subjects = binding.path("subjects");
                assertThat(subjects).hasSize(1);
                assertThat(subjects.at("/0/kind").asText()).isEqualTo("ServiceAccount");
                assertThat(subjects.at("/0/name").asText()).isEqualTo(operator);
                assertThat(subjects.at("/0/namespace").asText()).isEqualTo(Chart.NAMESPACE);
            });
        }
    }

    @Test
    void rolesCanBeLeftToSomebodyElse() {
        Rendered rendered = chart.render(PLAIN, "rbac.create=false");

        assertThat(Grant.of(rendered, Chart.NAMESPACE)).isEmpty();
        assertThat(rendered.ofKind("ClusterRoleBinding")).isEmpty();
        assertThat(rendered.ofKind("RoleBinding")).isEmpty();
    }
}
