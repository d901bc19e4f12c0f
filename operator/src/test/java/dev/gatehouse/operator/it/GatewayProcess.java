package dev.gatehouse.operator.it;

import dev.gatehouse.gateway.cli.GatehouseCommand;
import dev.gatehouse.model.option.HostPort;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** A real {@code gatehouse serve --operator} process. */
final class GatewayProcess implements AutoCloseable {

    private final Process process;
    private final GatewayCaller caller;
    private final Mount mount;

    private GatewayProcess(Process process, GatewayCaller caller, Mount mount) {
        this.process = process;
        this.caller = caller;
        this.mount = mount;
    }

    /** @param mount the Secret that a gateway's pod mounts; goes with the gateway */
    static GatewayProcess start(String name, Mount mount, List<HostPort> operators) throws IOException {
        int port = Cluster.freePort();
        String addresses = operators.stream()
                .map(operator -> operator.host() + ":" + operator.port())
                .collect(Collectors.joining(","));
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        GatehouseCommand.class.getName(),
                        "serve",
                        "--listen=127.0.0.1:" + port,
                        "--audit=none",
                        "--name=" + name,
                        "--operator=" + addresses,
                        "--operator-ca=" + mount.authorities(),
                        "--operator-cert=" + mount.certificate(),
                        "--operator-key=" + mount.key())
                .inheritIO()
                .start();
        return new GatewayProcess(process, new GatewayCaller(port), mount);
    }

    GatewayCaller caller() {
        return caller;
    }

    /** As {@code kill -9} does: nothing is said to anybody. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /** Holds it as it is: its connections stay open, and it answers nothing. */
    void freeze() throws Exception {
        signal("STOP");
    }

    void thaw() throws Exception {
        signal("CONT");
    }

    private void signal(String name) throws Exception {
        int exit = new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                .start()
                .waitFor();
        if (exit != 0) {
            throw new AssertionError("kill -" + name + " failed");
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        caller.close();
        mount.close();
    }
}
