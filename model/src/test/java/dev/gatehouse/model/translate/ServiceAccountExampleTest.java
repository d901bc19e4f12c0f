package dev.gatehouse.model.translate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.access.Action;
import dev.gatehouse.model.access.Decider;
import dev.gatehouse.model.access.Principal;
import dev.gatehouse.model.access.ServerId;
import dev.gatehouse.model.access.ServiceAccountId;
import dev.gatehouse.model.manifest.Manifest;
import dev.gatehouse.model.manifest.ManifestReader;
import dev.gatehouse.model.manifest.ManifestSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** {@code examples/serviceaccount} means in a cluster what its README says. */
class ServiceAccountExampleTest {

    private static final Path FOLDER = Path.of("../examples/serviceaccount");

    @Test
    void serviceAccountOfTheExampleMayUseTheWeather() throws IOException {
        ManifestSet manifests = ManifestSet.of(manifests());
        assertThat(manifests.findings()).isEmpty();

        Translation translation = new Translator(Environment.CLUSTER).translate(manifests.world(Map.of()));

        assertThat(translation.findings()).isEmpty();
        Principal agent = translation.config().principals().getFirst();
        assertThat(agent.serviceAccounts()).containsExactly(new ServiceAccountId("team-a", "agent"));
        assertThat(agent.tokens()).isEmpty();
        var weather = new Action.Tool(new ServerId("team-a", "demo"), "get_weather");
        assertThat(Decider.decide(agent.grants(), weather).isAllowed()).isTrue();
    }

    /** Those of the files that are Gatehouse's. */
    private static List<Manifest> manifests() throws IOException {
        var reader = new ManifestReader(name -> null);
        var manifests = new ArrayList<Manifest>();
        for (String file : List.of("agent.yaml", "demo-server.yaml")) {
            manifests.add(reader.read(file, Files.readString(FOLDER.resolve(file))));
        }
        return manifests;
    }
}
