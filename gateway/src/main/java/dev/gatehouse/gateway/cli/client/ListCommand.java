package dev.gatehouse.gateway.cli.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gatehouse ls}: what the gateway shows to this user. */
@Command(
        name = "ls",
        description = "Lists the servers, tools, prompts and resources that you may use.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "What you may not use is not there, as if it did not exist.",
            "",
            "Examples:",
            "  gatehouse ls",
            "  gatehouse ls tools --server demo",
            "  gatehouse ls tools demo__add           (one of them, with the schema of its arguments)",
            "  gatehouse ls resources --output json",
            "",
            ClientExit.HELP
        })
public final class ListCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "KIND",
            defaultValue = "servers",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private ListedKind kind = ListedKind.SERVERS;

    @Parameters(index = "1", arity = "0..1", paramLabel = "NAME", description = "One server, tool or prompt, in full.")
    private @Nullable String name;

    @Option(names = "--server", paramLabel = "KEY", description = "Only what stands on this server.")
    private @Nullable String server;

    @Mixin
    private final OutputFlag output = new OutputFlag();

    @Mixin
    private final ConnectionFlags connection;

    public ListCommand(InputStream standardInput) {
        connection = new ConnectionFlags(standardInput);
    }

    @Override
    public Integer call() throws Exception {
        CommandSpec command = Objects.requireNonNull(spec, "the command line is not parsed yet");
        boolean named = kind == ListedKind.SERVERS || kind == ListedKind.TOOLS || kind == ListedKind.PROMPTS;
        if (name != null && !named) {
            throw new ParameterException(
                    command.commandLine(), kind + " have no page of their own; leave " + name + " out");
        }
        if (server != null && (name != null || kind == ListedKind.SERVERS)) {
            throw new ParameterException(
                    command.commandLine(), "--server narrows a list of tools, prompts, resources or templates");
        }
        try (ApiClient client = connection.open()) {
            if (name == null) {
                printList(client.get(ApiPath.of(kind.path()).with("server", server)));
            } else {
                ObjectNode one = client.get(ApiPath.of(kind.path(), name));
                output.print(one, () -> Outline.of(one));
            }
        }
        return 0;
    }

    private void printList(ObjectNode answer) {
        List<JsonNode> rows = new ArrayList<>();
        answer.path(kind.member()).forEach(rows::add);
        output.print(answer, () -> kind.table().of(rows));
        if (rows.isEmpty()) {
            output.remark("there are no " + kind + " that you may use");
        }
        String missing =
                answer.path("unavailable").valueStream().map(JsonNode::asText).collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            output.remark("not in the list, because they do not answer: " + missing);
        }
    }
}
