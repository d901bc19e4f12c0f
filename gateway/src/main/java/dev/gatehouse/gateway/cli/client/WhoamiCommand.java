package dev.gatehouse.gateway.cli.client;

import static dev.gatehouse.gateway.cli.client.Table.field;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code gatehouse whoami}: whom a gateway takes the holder of the token for. */
@Command(
        name = "whoami",
        description = "Says who you are to the gateway, and which tokens you have.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "A token shows by its name and its fingerprint, the beginning of its SHA-256.",
            "",
            "Examples:",
            "  gatehouse whoami",
            "  gatehouse whoami --url https://gatehouse.example.com --token-file ~/.gatehouse-token",
            "",
            ClientExit.HELP
        })
public final class WhoamiCommand implements Callable<Integer> {

    private static final Table TOKENS = Table.of(
            field("TOKEN", "name"),
            field("FINGERPRINT", "fingerprint"),
            field("NOT BEFORE", "notBefore"),
            field("EXPIRES AT", "expiresAt"));

    @Mixin
    private final OutputFlag output = new OutputFlag();

    @Mixin
    private final ConnectionFlags connection;

    public WhoamiCommand(InputStream standardInput) {
        connection = new ConnectionFlags(standardInput);
    }

    @Override
    public Integer call() throws Exception {
        try (ApiClient client = connection.open()) {
            ObjectNode answer = client.get(ApiPath.of("whoami"));
            output.print(answer, () -> text(answer));
        }
        return 0;
    }

    private static String text(ObjectNode answer) {
        List<JsonNode> tokens = new ArrayList<>();
        answer.path("tokens").forEach(tokens::add);
        return line(
                        "name",
                        answer.path("namespace").asText("") + "/"
                                + answer.path("name").asText(""))
                + line("role", answer.path("role").asText(""))
                + line("token", answer.path("token").asText(""))
                + (tokens.isEmpty() ? "" : "\n" + TOKENS.of(tokens));
    }

    private static String line(String label, String value) {
        return "%-5s  %s\n".formatted(label, SafeText.line(value));
    }
}
