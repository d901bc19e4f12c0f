package dev.gatehouse.operator.crd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.testbed.ApiServerExtension;
import dev.gatehouse.testbed.TestNamespace;
import io.fabric8.kubernetes.api.model.HasMetadata;
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
                        () -> assertThat(refusal(namespace, invalid)).contains(invalid.expectedMessage())));
    }

    /** The API server's own words, without the object's name, which may say what is expected. */
    private static String refusal(TestNamespace namespace, InvalidCase invalid) {
        try {
            namespace.create(invalid.yaml());
            throw new AssertionError("It was accepted");
        } catch (KubernetesClientException e) {
            HasMetadata object =
                    namespace.server().client().getKubernetesSerialization().unmarshal(invalid.yaml());
            return e.getStatus().getMessage().replace(object.getMetadata().getName(), "NAME");
        }
    }
}
