package dev.gatehouse.operator.crd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.translate.Environment;
import dev.gatehouse.model.translate.Translation;
import dev.gatehouse.model.translate.Translator;
import dev.gatehouse.testbed.ApiServerExtension;
import dev.gatehouse.testbed.TestApiServer;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The same objects mean the same, whether they come as stored objects from an API server or as the YAML that {@code kubectl
 * get} prints of them in a folder. Both are translated as in a cluster: the environments themselves differ in {@code file} and
 * {@code env} tokens, which a cluster refuses, and in warnings on what only a cluster has.
 */
@ExtendWith(ApiServerExtension.class)
class ParityIT {

    @TestFactory
    Stream<DynamicTest> storedObjectsAndTheirYamlGiveTheSameConfiguration(TestApiServer server) throws IOException {
        return Stream.concat(Worlds.goldens().stream(), Worlds.examples().stream())
                .map(world -> DynamicTest.dynamicTest(world.name(), () -> {
                    try (AppliedWorld applied = AppliedWorld.of(server, world.manifests())) {
                        StoredWorld stored = StoredWorld.of(server.client());
                        assertThat(stored.misfits()).isEmpty();
                        assertThat(stored.unreadable()).isEmpty();
                        assertThat(stored.keys()).containsAll(applied.accepted());

                        Translation mapped = new Translator(Environment.CLUSTER).translate(stored.mapped());
                        Translation read = new Translator(Environment.CLUSTER).translate(stored.read());

                        assertThat(mapped.config().digest())
                                .isEqualTo(read.config().digest());
                        assertThat(mapped.findings()).isEqualTo(read.findings());
                    }
                }));
    }
}
