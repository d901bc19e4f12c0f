package dev.gatehouse.operator.crd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.testbed.ApiServerExtension;
import dev.gatehouse.testbed.TestNamespace;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ApiServerExtension.class)
class InvalidObjectsIT {

    @TestFactory
    Stream<DynamicTest> apiServerRefusesWithAMessageThatSaysWhy(TestNamespace namespace) throws IOException {
        assertThat(InvalidCase.all()).hasSizeGreaterThan(40);
        return InvalidCase.all().stream()
                .map(invalid -> DynamicTest.dynamicTest(
                        invalid.name(),
                        () -> assertThatThrownBy(() -> namespace.apply(invalid.yaml()))
                                .isInstanceOf(KubernetesClientException.class)
                                .hasMessageContaining(invalid.expectedMessage())));
    }
}
