package dev.gatehouse.gateway.cli.client;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gatehouse render}: gets one prompt, filled in. */
@Command(
        name = "render",
        description = "Fills in a prompt and prints its messages.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  gatehouse render demo__review --arg language=Java",
            "  gatehouse render demo__review --arg language=Java --output json",
            "",
            ClientExit.HELP
        })
public final class RenderCommand implements Callable<Integer> {

    @Parameters(paramLabel = "PROMPT", description = "As 'gatehouse ls prompts' names it: server__prompt.")
    private String prompt = "";

    @Option(names = "--arg", paramLabel = "NAME=VALUE", description = "One argument; may be repeated.")
    private Map<String, String> arguments = new LinkedHashMap<>();

    @Mixin
    private final OutputFlag output = new OutputFlag();

    @Mixin
    private final RawFlag raw = new RawFlag();

    @Mixin
    private final ConnectionFlags connection;

    public RenderCommand(InputStream standardInput) {
        connection = new ConnectionFlags(standardInput);
    }

    @Override
    public Integer call() throws Exception {
        ObjectNode request = JsonNodeFactory.instance.objectNode();
        arguments.forEach(request.putObject("arguments")::put);
        try (ApiClient client = connection.open()) {
            ObjectNode result = client.post(ApiPath.of("prompts", prompt, "render"), request);
            output.print(result, () -> raw.text(Content.ofPrompt(result)));
        }
        return 0;
    }
}
