package dev.gatehouse.gateway.cli.client;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.InputStream;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code gatehouse read}: reads one resource. */
@Command(
        name = "read",
        description = "Reads a resource and prints its text.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  gatehouse read doc://public/handbook",
            "  gatehouse read doc://public/handbook --raw > handbook.md",
            "",
            ClientExit.HELP
        })
public final class ReadCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "URI",
            description = "As 'gatehouse ls resources' names it, or after one of the templates.")
    private String uri = "";

    @Mixin
    private final OutputFlag output = new OutputFlag();

    @Mixin
    private final RawFlag raw = new RawFlag();

    @Mixin
    private final ConnectionFlags connection;

    public ReadCommand(InputStream standardInput) {
        connection = new ConnectionFlags(standardInput);
    }

    @Override
    public Integer call() throws Exception {
        ObjectNode request = JsonNodeFactory.instance.objectNode().put("uri", uri);
        try (ApiClient client = connection.open()) {
            ObjectNode result = client.post(ApiPath.of("resources", "read"), request);
            output.print(result, () -> raw.text(Content.ofResource(result)));
        }
        return 0;
    }
}
