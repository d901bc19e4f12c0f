package dev.gatehouse.gateway.cli.client;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.InputStream;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gatehouse call}: calls one tool through the gateway, with the decision and the audit that an agent would get. */
@Command(
        name = "call",
        description = "Calls a tool and prints what it says.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "With --arg the gateway is first asked for the tool's schema, to send numbers as numbers. When the tool says"
                    + " that it failed, its text is printed all the same and the exit code is 1.",
            "",
            "Examples:",
            "  gatehouse call demo__add --arg a=2 --arg b=40",
            "  gatehouse call demo__add --json '{\"a\": 2, \"b\": 40}' --output json",
            "  jq '{query: .}' q.json | gatehouse call search__find --json-file -",
            "",
            ClientExit.HELP
        })
public final class CallCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "TOOL", description = "As 'gatehouse ls tools' names it: server__tool.")
    private String tool = "";

    @Mixin
    private final ArgumentFlags arguments;

    @Mixin
    private final OutputFlag output = new OutputFlag();

    @Mixin
    private final RawFlag raw = new RawFlag();

    @Mixin
    private final ConnectionFlags connection;

    public CallCommand(InputStream standardInput) {
        arguments = new ArgumentFlags(standardInput);
        connection = new ConnectionFlags(standardInput);
    }

    @Override
    public Integer call() throws Exception {
        if (arguments.readStandardInput() && connection.readsStandardInput()) {
            throw wrong("standard input cannot be both the token and the arguments");
        }
        try (ApiClient client = connection.open()) {
            ObjectNode request = JsonNodeFactory.instance.objectNode();
            request.set("arguments", arguments(client));
            ObjectNode result = client.post(ApiPath.of("tools", tool, "invoke"), request);
            output.print(result, () -> raw.text(Content.ofCall(result)));
            return result.path("isError").asBoolean(false) ? ClientExit.FAILURE : 0;
        }
    }

    private ObjectNode arguments(ApiClient client) throws ApiFailure, InterruptedException {
        try {
            ObjectNode given = arguments.json();
            if (!arguments.texts().isEmpty()) {
                ObjectNode schema = client.get(ApiPath.of("tools", tool));
                new TypedArguments(schema.path("inputSchema")).addTo(given, arguments.texts());
            }
            return given;
        } catch (IllegalArgumentException e) {
            throw wrong(String.valueOf(e.getMessage()));
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(Objects.requireNonNull(spec, message).commandLine(), message);
    }
}
