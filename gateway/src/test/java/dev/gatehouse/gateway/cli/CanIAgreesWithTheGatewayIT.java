package dev.gatehouse.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.gateway.testing.Catalogue;
import dev.gatehouse.gateway.testing.GatewayFixture;
import dev.gatehouse.gateway.testing.Json;
import dev.gatehouse.gateway.testing.Manifest;
import dev.gatehouse.gateway.testing.RawResponse;
import dev.gatehouse.gateway.testing.RecordingUpstream;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code can-i} says of a folder against what a gateway over it does on the wire. */
class CanIAgreesWithTheGatewayIT {

    private int allowed;
    private int denied;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void everyAnswerIsWhatACallerIsTold(long seed) throws IOException {
        try (RecordingUpstream s = upstream();
                RecordingUpstream t = upstream();
                GatewayFixture gateway =
                        GatewayFixture.start(folder -> new RandomFolder(seed).write(folder, Map.of("s", s, "t", t)))) {
            for (String client : RandomFolder.CLIENTS) {
                for (String server : new String[] {"s", "t"}) {
                    for (String name : RandomFolder.NAMES) {
                        compare(gateway, client, server, "--tool", "tools/call", "name", name);
                        compare(gateway, client, server, "--prompt", "prompts/get", "name", name);
                    }
                    for (String uri : RandomFolder.URIS) {
                        compare(gateway, client, server, "--resource", "resources/read", "uri", uri);
                    }
                }
            }
        }
        assertThat(allowed).isGreaterThan(10);
        assertThat(denied).isGreaterThan(10);
    }

    private static RecordingUpstream upstream() {
        return RecordingUpstream.modern(Catalogue.empty()
                .tools(RandomFolder.NAMES.toArray(String[]::new))
                .prompts(RandomFolder.NAMES.toArray(String[]::new))
                .resources(RandomFolder.URIS.toArray(String[]::new)));
    }

    private void compare(
            GatewayFixture gateway,
            String client,
            String server,
            String flag,
            String method,
            String member,
            String name) {
        RawResponse response = gateway.modern("/servers/" + server + "/mcp", client)
                .ask(method, "{" + Json.string(member) + ": " + Json.string(name) + "}");
        boolean onTheWire = response.status() == 200 && response.answer().has("result");
        Run run = Run.gatehouse(
                Map.of(),
                "can-i",
                "--as",
                "client/" + Manifest.NAMESPACE + "/" + client,
                flag,
                server + "/" + name,
                gateway.manifests().path().toString());
        assertThat(run.out().startsWith("yes: "))
                .as("%s %s of %s: %s\n%s", client, name, server, response.visible(), run.out())
                .isEqualTo(onTheWire);
        allowed += onTheWire ? 1 : 0;
        denied += onTheWire ? 0 : 1;
    }
}
