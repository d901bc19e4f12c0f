package dev.gatehouse.operator.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values that would install something wrong install nothing. */
class ChartRefusalsIT {

    private final Chart chart = new Chart(Helm.found());

    @Test
    void tokensDoNotTravelInTheClearByDefault() {
        Helm.Result refused = chart.template();

        assertThat(refused.exitCode()).isNotZero();
        assertThat(refused.output()).isEmpty();
        assertThat(refused.errors())
                .contains("Tokens would travel in the clear: set gateway.tls.secretName to a TLS Secret,"
                        + " or gateway.allowPlainHttp=true when something in front ends TLS.");
    }

    @ParameterizedTest
    @CsvSource({
        "operator.replica=3, 'replica'",
        "gateway.tls.secret=x, 'secret'",
        "operator.replicas=0, minimum",
        "gateway.audit=/tmp/audit, /gateway/audit",
        "operator.lease.duration=fifteen, /operator/lease/duration",
        "namespaces={Team_A}, /namespaces/0",
        "gateway.image.digest=latest, /gateway/image/digest",
        "gateway.ingress.enabled=true, names no host",
        "gateway.httpRoute.enabled=true, names no Gateway",
        "gateway.serviceAccount.create=false, gateway.serviceAccount.name is needed",
    })
    void mistakenValueIsNamed(String value, String complaint) {
        Helm.Result refused = chart.template("--set", "gateway.allowPlainHttp=true", "--set", value);

        assertThat(refused.exitCode()).isNotZero();
        assertThat(refused.errors()).contains(complaint);
    }
}
