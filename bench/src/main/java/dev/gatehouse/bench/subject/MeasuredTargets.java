package dev.gatehouse.bench.subject;

import dev.gatehouse.bench.BenchCommand;
import dev.gatehouse.bench.traffic.WireDialect;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Starts what is measured.
 *
 * @param folder for configurations and outputs of the processes
 * @param jvm for the JVM targets alike
 */
public record MeasuredTargets(Path folder, Jvm jvm) {

    /** How many callers of each kind have tokens with the plain proxies. */
    private static final int CALLERS = Manifests.USUAL_CLIENTS;

    private static final int NGINX_WORKERS = 2;

    public MeasuredTarget upstream() {
        int port = ServerProcess.freePort();
        List<String> command =
                jvm.command(BenchCommand.class.getName(), List.of("serve-upstream", "--port", Integer.toString(port)));
        return started(MeasuredTarget.DIRECT, WireDialect.UPSTREAM, command, port);
    }

    public MeasuredTarget stockProxy(MeasuredTarget upstream) {
        int port = ServerProcess.freePort();
        List<String> command = jvm.command(
                BenchCommand.class.getName(),
                List.of(
                        "serve-proxy",
                        "--port",
                        Integer.toString(port),
                        "--upstream-port",
                        Integer.toString(upstream.address().getPort()),
                        "--callers",
                        Integer.toString(CALLERS)));
        return started(MeasuredTarget.STOCK_PROXY, WireDialect.PLAIN_PROXY, command, port);
    }

    public static boolean hasNginx() {
        return nginxBinary().isPresent();
    }

    /** An exception where no nginx is installed. */
    public MeasuredTarget nginx(MeasuredTarget upstream, boolean tuned) {
        Path binary = nginxBinary().orElseThrow(() -> new IllegalStateException("nginx is not installed"));
        int port = ServerProcess.freePort();
        String name = tuned ? MeasuredTarget.TUNED_NGINX : MeasuredTarget.NGINX;
        Path home = folder.resolve(tuned ? "nginx-tuned" : "nginx");
        var config = new NginxConfig(home, port, upstream.address().getPort(), CALLERS, NGINX_WORKERS, tuned);
        Path file = write(home.resolve("nginx.conf"), config.text());
        List<String> command =
                List.of(binary.toString(), "-p", home.toString(), "-c", file.toString(), "-e", home + "/error.log");
        return started(name, WireDialect.PLAIN_PROXY, command, port);
    }

    /** The gateway in front of {@code upstream}, which the usual clients may use. */
    public MeasuredTarget gatehouse(MeasuredTarget upstream) {
        return gatehouse(Manifests.usual(upstream.address().getPort()), jvm);
    }

    /** The gateway on what {@code manifests} declares, ready to serve. */
    public MeasuredTarget gatehouse(Manifests manifests, Jvm options) {
        Path written = folder.resolve("manifests-" + manifests.clients());
        manifests.write(written);
        return gatehouse(written, options);
    }

    /** The gateway on a folder of manifests, ready to serve. */
    public MeasuredTarget gatehouse(Path manifests, Jvm options) {
        ServerProcess process = startGatehouse(manifests, options);
        new Readiness(process).await();
        return new MeasuredTarget(MeasuredTarget.GATEHOUSE, WireDialect.GATEWAY, process);
    }

    /** The gateway's process, which may not be ready yet. */
    public ServerProcess startGatehouse(Path manifests, Jvm options) {
        int port = ServerProcess.freePort();
        List<String> command = options.command(
                "dev.gatehouse.gateway.cli.GatehouseCommand",
                List.of(
                        "serve",
                        "--manifests",
                        manifests.toString(),
                        "--listen",
                        "127.0.0.1:" + port,
                        "--audit",
                        audit(port).toString()));
        return ServerProcess.start(command, folder.resolve("gatehouse-" + port + ".log"), port);
    }

    /** In a folder of its own: beside the manifests, each line would wake whoever watches them. */
    private Path audit(int port) {
        try {
            return Files.createDirectories(folder.resolve("audit")).resolve(port + ".jsonl");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a folder for the audit file", e);
        }
    }

    private MeasuredTarget started(String name, WireDialect dialect, List<String> command, int port) {
        ServerProcess process = ServerProcess.start(command, folder.resolve(name + "-" + port + ".log"), port);
        try {
            return new MeasuredTarget(name, dialect, process.awaitListening());
        } catch (IllegalStateException e) {
            process.close();
            throw e;
        }
    }

    private static Optional<Path> nginxBinary() {
        return Stream.of("/usr/sbin/nginx", "/usr/local/sbin/nginx", "/usr/bin/nginx", "/opt/homebrew/bin/nginx")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Path write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }
}
