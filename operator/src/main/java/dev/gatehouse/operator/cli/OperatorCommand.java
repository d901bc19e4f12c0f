package dev.gatehouse.operator.cli;

import dev.gatehouse.model.option.FlagVariables;
import dev.gatehouse.model.option.ProductVersion;
import dev.gatehouse.operator.GatehouseOperator;
import dev.gatehouse.operator.OperatorOptions;
import dev.gatehouse.operator.link.ListenOptions;
import dev.gatehouse.operator.pki.PkiPolicy;
import dev.gatehouse.operator.watch.WatchedNamespaces;
import io.fabric8.kubernetes.client.Config;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code gatehouse-operator}: runs an operator until the process is told to end, then hands over. */
@Command(
        name = "gatehouse-operator",
        description =
                "Reads identities and rights from a Kubernetes API server and keeps every gateway in step with them.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Every flag can also be set as an environment variable: --lease-name as GATEHOUSE_OPERATOR_LEASE_NAME, and so"
                    + " on. A flag wins over its variable.",
            "",
            "Examples:",
            "  gatehouse-operator --operator-namespace gatehouse-system --link-names gatehouse-operator.gatehouse-system.svc",
            "  gatehouse-operator --kubeconfig ~/.kube/config --namespaces team-a,team-b --link-listen 127.0.0.1:8444",
            "",
            "Exit codes: 1 the start failed, 2 wrong usage, 143 ended by SIGTERM after handing over."
        })
public final class OperatorCommand implements Callable<Integer> {

    private static final Logger LOG = LoggerFactory.getLogger(OperatorCommand.class);

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--namespaces",
            paramLabel = "NAME",
            split = ",",
            description = "Where objects and Secrets are looked for, with commas (default: in all).")
    private List<String> namespaces = List.of();

    @Option(
            names = "--operator-namespace",
            paramLabel = "NAME",
            description = "Where the operator keeps its lease and its own Secrets (default: its pod's namespace).")
    private @Nullable String operatorNamespace;

    @Option(
            names = "--link-listen",
            paramLabel = "HOST:PORT",
            defaultValue = "0.0.0.0:8444",
            converter = FlagTypes.Listen.class,
            description = "Where gateways connect, by mutual TLS (default: ${DEFAULT-VALUE}).")
    private @Nullable InetSocketAddress linkListen;

    @Option(
            names = "--link-names",
            paramLabel = "NAME",
            split = ",",
            defaultValue = "localhost,127.0.0.1",
            description = "DNS names and IP addresses by which gateways reach it; they stand in its certificate"
                    + " (default: ${DEFAULT-VALUE}).")
    private List<String> linkNames = List.of();

    @Option(
            names = "--management-listen",
            paramLabel = "HOST:PORT",
            converter = FlagTypes.Listen.class,
            description = "Where /healthz, /readyz and /metrics are served, unauthenticated (default: nowhere).")
    private @Nullable InetSocketAddress management;

    @Mixin
    private LeaseFlags lease = new LeaseFlags();

    @Option(
            names = "--identity",
            paramLabel = "NAME",
            description =
                    "Names this operator in the lease and in Events; a random part is added (default: the host's name).")
    private @Nullable String identity;

    @Option(
            names = "--kubeconfig",
            paramLabel = "FILE",
            description = "How to reach the API server (default: as the pod's ServiceAccount, else as kubectl does).")
    private @Nullable Path kubeconfig;

    private final OperatorStart launcher;
    private final HolderName identities;
    private final Clock clock;

    OperatorCommand(OperatorStart launcher, HolderName identities, Clock clock) {
        this.launcher = launcher;
        this.identities = identities;
        this.clock = clock;
    }

    public static void main(String[] arguments) {
        System.exit(commandLine(System.getenv(), GatehouseOperator::start, HolderName.ofHost(), Clock.systemUTC())
                .execute(arguments));
    }

    static CommandLine commandLine(
            Map<String, String> environment, OperatorStart launcher, HolderName identities, Clock clock) {
        var command = new CommandLine(new OperatorCommand(launcher, identities, clock));
        command.getCommandSpec().versionProvider(() -> new String[] {version()});
        var variables = new FlagVariables("GATEHOUSE_OPERATOR", environment);
        return command.setDefaultValueProvider(argument -> fromVariable(argument, variables))
                .setParameterExceptionHandler(Complaints::usage)
                .setExecutionExceptionHandler((failure, failed, parsed) -> Complaints.failure(failed, failure));
    }

    @Override
    public Integer call() throws Exception {
        Config cluster = cluster();
        OperatorOptions options = options(cluster);
        var stopped = new CountDownLatch(1);
        Thread starter = Thread.currentThread();
        var operator = new Stoppable();
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("stop").unstarted(() -> {
            starter.interrupt();
            operator.stop();
            stopped.countDown();
        }));
        operator.started(launcher.start(cluster, options));
        stopped.await();
        return 0;
    }

    private static @Nullable String fromVariable(ArgSpec argument, FlagVariables variables) {
        return argument instanceof OptionSpec option && !option.usageHelp() && !option.versionHelp()
                ? variables.valueFor(option.longestName())
                : null;
    }

    private static String version() {
        var version = new ProductVersion(OperatorCommand.class.getPackage().getImplementationVersion());
        return version.line("gatehouse-operator", Runtime.version().feature());
    }

    private Config cluster() throws IOException {
        if (kubeconfig == null) {
            return Config.autoConfigure(null);
        }
        if (!Files.isReadable(kubeconfig)) {
            throw wrong("--kubeconfig: '" + kubeconfig + "' cannot be read");
        }
        return Config.fromKubeconfig(kubeconfig.toFile());
    }

    private OperatorOptions options(Config cluster) {
        if (linkListen == null) {
            throw wrong("--link-listen needs a value");
        }
        String own = operatorNamespace != null ? operatorNamespace : cluster.getNamespace();
        try {
            return new OperatorOptions(
                    WatchedNamespaces.of(namespaces),
                    own == null ? "default" : own,
                    ListenOptions.on(linkListen),
                    PkiPolicy.forNames(Set.copyOf(linkNames)),
                    OperatorOptions.SESSION_KEY_TURN,
                    Optional.ofNullable(management),
                    lease.name(),
                    identities.unique(identity),
                    lease.times(),
                    clock);
        } catch (IllegalArgumentException e) {
            throw wrong(e.getMessage());
        }
    }

    private ParameterException wrong(@Nullable String message) {
        if (spec == null) {
            throw new IllegalStateException(message);
        }
        return new ParameterException(spec.commandLine(), message);
    }

    /** An operator that may be told to stop before it has started. */
    private static final class Stoppable {
        private boolean stopped;
        private @Nullable AutoCloseable running;

        synchronized void started(AutoCloseable operator) throws Exception {
            running = operator;
            if (stopped) {
                operator.close();
            }
        }

        synchronized void stop() {
            stopped = true;
            try {
                if (running != null) {
                    running.close();
                }
            } catch (Exception e) {
                LOG.atError().setCause(e).log("The operator did not stop cleanly");
            }
        }
    }
}
