package dev.gatehouse.gateway.cli;

import dev.gatehouse.gateway.ConfigSource;
import dev.gatehouse.gateway.GatewayOptions;
import dev.gatehouse.gateway.audit.AuditDestination;
import dev.gatehouse.gateway.audit.RecentDecisions;
import dev.gatehouse.gateway.cli.flag.IntervalFlag;
import dev.gatehouse.gateway.tls.TlsFiles;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code gatehouse serve}: runs a gateway until the process is told to end, then lets running requests finish. */
@Command(
        name = "serve",
        description = "Serves MCP behind the identities and rights that a folder of manifests, or a cluster, declares.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Every flag can also be set as an environment variable: --tls-cert as GATEHOUSE_TLS_CERT, and so on."
                    + " A flag wins over its variable.",
            "",
            "Examples:",
            "  gatehouse serve --manifests ./manifests",
            "  gatehouse serve --manifests /etc/gatehouse --listen 0.0.0.0:8443 --tls-cert tls.crt --tls-key tls.key"
                    + " --audit /var/log/gatehouse/audit.log",
            "  gatehouse serve --operator gatehouse-operator:8444 --operator-ca ca.crt --operator-cert tls.crt"
                    + " --operator-key tls.key",
            "",
            "Exit codes: 1 the start failed, 2 wrong usage, 143 ended by SIGTERM after a graceful stop."
        })
final class ServeCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--manifests", paramLabel = "DIR", description = "The folder whose YAML decides.")
    private @Nullable Path manifests;

    @Mixin
    private OperatorFlags operator = new OperatorFlags();

    @Option(
            names = "--listen",
            paramLabel = "HOST:PORT",
            defaultValue = "127.0.0.1:8080",
            converter = ListenFlag.class,
            description = "Where MCP callers connect (default: ${DEFAULT-VALUE}).")
    private @Nullable InetSocketAddress listen;

    @Option(
            names = "--management-listen",
            paramLabel = "HOST:PORT",
            converter = ListenFlag.class,
            description = "Where /metrics is served, unauthenticated (default: nowhere).")
    private @Nullable InetSocketAddress management;

    @Option(names = "--tls-cert", paramLabel = "FILE", description = "PEM certificate chain; re-read when it changes.")
    private @Nullable Path tlsCertificate;

    @Option(names = "--tls-key", paramLabel = "FILE", description = "PEM private key; re-read when it changes.")
    private @Nullable Path tlsKey;

    @Option(
            names = "--allow-plain-http",
            description = "Serve without TLS beyond loopback, because something in front does it.")
    private boolean allowPlainHttp;

    @Option(
            names = "--session-key-file",
            paramLabel = "FILE",
            description = "Keeps sessions over restarts and between replicas (default: a key of this process).")
    private @Nullable Path sessionKeyFile;

    @Option(
            names = "--audit",
            paramLabel = "stdout|none|FILE",
            defaultValue = "stdout",
            converter = AuditFlag.class,
            description = "Where each decision is recorded as a JSON line (default: ${DEFAULT-VALUE}).")
    private AuditDestination audit = new AuditDestination.StandardOutput();

    @Option(
            names = "--decisions",
            paramLabel = "NUMBER",
            defaultValue = "" + RecentDecisions.DEFAULT_CAPACITY,
            description = "How many of the last decisions the management API shows to admins, at most "
                    + RecentDecisions.MAX_CAPACITY + " (default: ${DEFAULT-VALUE}).")
    private int decisions = RecentDecisions.DEFAULT_CAPACITY;

    @Option(
            names = "--rescan-interval",
            paramLabel = "DURATION",
            defaultValue = "2s",
            converter = IntervalFlag.class,
            description = "How often the folder is compared with what was read, beside watching it"
                    + " (default: ${DEFAULT-VALUE}).")
    private Duration rescanInterval = ConfigSource.Directory.DEFAULT_RESCAN_INTERVAL;

    private final Map<String, String> environment;
    private final Launcher launcher;
    private final Clock clock;

    ServeCommand(Map<String, String> environment, Launcher launcher, Clock clock) {
        this.environment = environment;
        this.launcher = launcher;
        this.clock = clock;
    }

    @Override
    public Integer call() throws Exception {
        GatewayOptions options = options();
        AutoCloseable gateway = launcher.start(options);
        var stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("stop").unstarted(() -> {
            stop(gateway);
            stopped.countDown();
        }));
        stopped.await();
        return 0;
    }

    private GatewayOptions options() {
        if (listen == null) {
            throw wrong("--listen needs a value");
        }
        if (decisions < 0 || decisions > RecentDecisions.MAX_CAPACITY) {
            throw wrong("--decisions: a number from 0 to " + RecentDecisions.MAX_CAPACITY);
        }
        var options = new GatewayOptions(
                listen,
                Optional.ofNullable(management),
                tls(),
                allowPlainHttp,
                source(),
                Optional.ofNullable(sessionKeyFile),
                audit,
                decisions,
                environment,
                clock);
        options.objection().ifPresent(objection -> {
            throw wrong(objection);
        });
        return options;
    }

    private ConfigSource source() {
        if ((manifests == null) == operator.areAbsent()) {
            throw wrong("give --manifests DIR or --operator HOST:PORT: a configuration has one source");
        }
        if (manifests == null) {
            if (sessionKeyFile != null) {
                throw wrong("--session-key-file: with --operator, the operator hands out the session keys");
            }
            return new ConfigSource.OperatorLink(operator.options(this::wrong));
        }
        if (!Files.isDirectory(manifests)) {
            throw wrong("--manifests: '" + manifests + "' is not a folder");
        }
        return new ConfigSource.Directory(manifests, rescanInterval);
    }

    private Optional<TlsFiles> tls() {
        if (tlsCertificate == null && tlsKey == null) {
            return Optional.empty();
        }
        if (tlsCertificate == null || tlsKey == null) {
            throw wrong("--tls-cert and --tls-key belong together: give both or none");
        }
        return Optional.of(new TlsFiles(tlsCertificate, tlsKey));
    }

    private ParameterException wrong(String message) {
        if (spec == null) {
            throw new IllegalStateException(message);
        }
        return new ParameterException(spec.commandLine(), message);
    }

    private static void stop(AutoCloseable gateway) {
        try {
            gateway.close();
        } catch (Exception e) {
            // Asked for here, as every command loads this class and most need no logging.
            LoggerFactory.getLogger(ServeCommand.class).atError().setCause(e).log("The gateway did not stop cleanly");
        }
    }
}
