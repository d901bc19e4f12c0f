package dev.gatehouse.gateway.cli.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gatehouse get}: what only an administrator sees of a running gateway. Nothing can be changed this way. */
@Command(
        name = "get",
        description = "Shows what a gateway has in force and what it decided, to users whose role is Admin.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  gatehouse get clients",
            "  gatehouse get clients team-a/cursor",
            "  gatehouse get decisions --verdict denied --limit 20",
            "  gatehouse get config --output json",
            "",
            ClientExit.HELP
        })
public final class GetCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(index = "0", paramLabel = "KIND", description = "${COMPLETION-CANDIDATES}.")
    private AdminKind kind = AdminKind.CONFIG;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "NAMESPACE/NAME",
            description = "One client or user, in full.")
    private @Nullable String name;

    @Option(
            names = "--limit",
            paramLabel = "COUNT",
            description =
                    "How many clients, users or decisions at most (default: all clients and users, the last decisions).")
    private @Nullable Integer limit;

    @Option(names = "--principal", paramLabel = "KIND/NAMESPACE/NAME", description = "Only decisions about this one.")
    private @Nullable String principal;

    @Option(
            names = "--verdict",
            paramLabel = "VERDICT",
            description = "Only decisions that went so: allowed, denied or filtered.")
    private @Nullable String verdict;

    @Mixin
    private final OutputFlag output = new OutputFlag();

    @Mixin
    private final ConnectionFlags connection;

    public GetCommand(InputStream standardInput) {
        connection = new ConnectionFlags(standardInput);
    }

    @Override
    public Integer call() throws Exception {
        check();
        try (ApiClient client = connection.open()) {
            print(answer(client));
        }
        return 0;
    }

    private void check() {
        boolean principals = kind == AdminKind.CLIENTS || kind == AdminKind.USERS;
        if (kind != AdminKind.DECISIONS && (principal != null || verdict != null)) {
            throw wrong("--principal and --verdict choose among decisions");
        }
        if (limit != null && (limit < 1 || name != null || kind == AdminKind.FINDINGS || kind == AdminKind.CONFIG)) {
            throw wrong("--limit is a number of clients, users or decisions, from 1");
        }
        if (name != null && !principals) {
            throw wrong(kind + " have no names; leave " + name + " out");
        }
        if (name != null && name.split("/", -1).length != 2) {
            throw wrong("'" + name + "' is not NAMESPACE/NAME");
        }
    }

    private ObjectNode answer(ApiClient client) throws ApiFailure, InterruptedException {
        return switch (kind) {
            case CLIENTS, USERS ->
                name == null
                        ? Pages.read(client, kind.toString(), limit == null ? Integer.MAX_VALUE : limit)
                        : client.get(ApiPath.of((kind + "/" + name).split("/", -1)));
            case DECISIONS ->
                client.get(ApiPath.of(kind.toString())
                        .with("limit", limit)
                        .with("principal", principal)
                        .with("verdict", verdict));
            case FINDINGS, CONFIG -> client.get(ApiPath.of(kind.toString()));
        };
    }

    private void print(ObjectNode answer) {
        List<JsonNode> rows = new ArrayList<>();
        answer.path(kind.toString()).forEach(rows::add);
        boolean list = name == null && answer.path(kind.toString()).isArray();
        output.print(answer, () -> list ? kind.table().of(rows) : Outline.of(answer));
        if (list && rows.isEmpty()) {
            output.remark("there are no " + kind);
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(Objects.requireNonNull(spec, message).commandLine(), message);
    }
}
