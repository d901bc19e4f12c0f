package dev.gatehouse.operator.it;

import static dev.gatehouse.operator.it.Cluster.soon;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.operator.GatehouseOperator;
import dev.gatehouse.testbed.ApiServerExtension;
import dev.gatehouse.testbed.AuditedRequest;
import dev.gatehouse.testbed.TestApiServer;
import dev.gatehouse.testbed.TestNamespace;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What operators ask of the API server while nothing changes, by the API server's own audit log. */
@ExtendWith(ApiServerExtension.class)
class SteadyRequestsIT {

    private static final int RENEWALS = 12;
    private static final Set<String> READING = Set.of("get", "list", "watch");

    private final TestNamespace team;
    private final Cluster cluster;
    private final OperatorAccount leader;
    private final OperatorAccount standby;

    SteadyRequestsIT(TestApiServer server, TestNamespace team) {
        this.team = team;
        this.cluster = Cluster.of(server, team);
        this.leader = OperatorAccount.administrator(server, cluster.systemNamespace(), "leader");
        this.standby = OperatorAccount.administrator(server, cluster.systemNamespace(), "standby");
    }

    @BeforeEach
    void startTheLeader() throws Exception {
        team.apply(Samples.CLIENT_AND_SERVER + "---\n" + Samples.FLEET_AND_ADMIN);
        GatehouseOperator operator = cluster.startOperator(0, leader.config());
        cluster.startGateway("one");
        soon().untilAsserted(() -> {
            assertThat(Statuses.ready(team, "McpClient", "cursor")).isEqualTo("True Ready");
            assertThat(Statuses.fleet(team, "gateway")).isEqualTo("one 1/1");
        });
        SteadyStateIT.settle(operator);
    }

    @AfterEach
    void stop() {
        cluster.close();
    }

    @Test
    void leaderWritesTheLeaseAndNothingElseAndListsNothing() {
        int before = leader.requests().size();

        soon().until(() -> renewals(since(before)) >= RENEWALS);

        List<AuditedRequest> meanwhile = since(before);
        assertThat(meanwhile)
                .filteredOn(SteadyRequestsIT::isLease)
                .extracting(AuditedRequest::verb)
                .containsOnly("get", "update");
        assertThat(meanwhile)
                .as("its own Secrets once a minute and the issuer's documents every five, should either be due")
                .filteredOn(request -> !isLease(request))
                .allMatch(request -> request.verb().equals("get") && mayBeDue(request.uri()))
                .extracting(AuditedRequest::uri)
                .doesNotHaveDuplicates();
        assertThat(meanwhile)
                .filteredOn(request -> request.verb().equals("get"))
                .hasSizeLessThanOrEqualTo(renewals(meanwhile) + 1);
    }

    @Test
    void standbyListsEachKindOnceAndWritesNothingAtAll() throws Exception {
        GatehouseOperator second = cluster.startOperator(1, standby.config());
        soon().until(second::isReady);
        soon().until(() ->
                standby.requests().stream().filter(SteadyRequestsIT::isLease).count() >= RENEWALS);

        assertThat(standby.requests()).extracting(AuditedRequest::verb).isSubsetOf(READING);
        assertThat(standby.requests())
                .filteredOn(request -> request.verb().equals("list"))
                .extracting(AuditedRequest::uri)
                .doesNotHaveDuplicates();
    }

    private List<AuditedRequest> since(int count) {
        return leader.requests().stream().skip(count).toList();
    }

    private static int renewals(List<AuditedRequest> requests) {
        return (int) requests.stream()
                .filter(request -> isLease(request) && request.verb().equals("update"))
                .count();
    }

    private boolean mayBeDue(String uri) {
        return uri.startsWith("/api/v1/namespaces/" + cluster.systemNamespace() + "/secrets/")
                || uri.equals("/.well-known/openid-configuration")
                || uri.equals("/openid/v1/jwks");
    }

    private static boolean isLease(AuditedRequest request) {
        return request.resource().equals("leases");
    }
}
