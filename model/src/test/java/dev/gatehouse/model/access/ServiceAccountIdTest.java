package dev.gatehouse.model.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceAccountIdTest {

    @Test
    void subjectNamesNamespaceAndName() {
        var agent = new ServiceAccountId("team-a", "agent");

        assertThat(agent.subject()).isEqualTo("system:serviceaccount:team-a:agent");
        assertThat(ServiceAccountId.ofSubject(agent.subject())).isEqualTo(agent);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "agent",
                "system:serviceaccount",
                "system:serviceaccount:",
                "system:serviceaccount:team-a",
                "system:serviceaccount:team-a:",
                "system:serviceaccount::agent",
                "system:serviceaccount:team-a:agent:more",
                "system:serviceaccounts:team-a:agent",
                "System:serviceaccount:team-a:agent",
                " system:serviceaccount:team-a:agent",
                "system:node:team-a:agent"
            })
    void otherSubjectsAreNoServiceAccount(String subject) {
        assertThat(ServiceAccountId.ofSubject(subject)).isNull();
    }
}
