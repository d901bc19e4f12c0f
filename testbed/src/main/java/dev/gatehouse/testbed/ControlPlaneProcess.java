package dev.gatehouse.testbed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * An etcd or a kube-apiserver that can be ended and started again with the same command: on its port, with its certificates
 * and its data. What waits for it to be ready is {@link TestApiServer#awaitReady()}. Not thread-safe.
 */
public final class ControlPlaneProcess implements AutoCloseable {

    private static final int GRACE_SECONDS = 90;
    private static final int LAST_LINES = 5;

    private final List<String> command;
    private final Path log;
    private @Nullable Process process;

    private ControlPlaneProcess(List<String> command, Path log) {
        this.command = List.copyOf(command);
        this.log = log;
    }

    static ControlPlaneProcess start(List<String> command, Path log) {
        var started = new ControlPlaneProcess(command, log);
        started.start();
        return started;
    }

    /** Starts it again; returns before it is ready. */
    public void start() {
        if (isAlive()) {
            throw new IllegalStateException(command.getFirst() + " is still running");
        }
        try {
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.appendTo(log.toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends it as a rollout does, by SIGTERM: it finishes what it is doing. */
    public void terminate() {
        Process running = process;
        if (running != null) {
            running.destroy();
            await(running);
        }
    }

    /** Ends it as a crash does, by SIGKILL. */
    public void kill() {
        Process running = process;
        if (running != null) {
            running.destroyForcibly();
            await(running);
        }
    }

    public boolean isAlive() {
        Process running = process;
        return running != null && running.isAlive();
    }

    /** The end of its log. */
    String lastWords() {
        try {
            List<String> lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        kill();
    }

    private void await(Process ending) {
        try {
            if (!ending.waitFor(GRACE_SECONDS, TimeUnit.SECONDS)) {
                ending.destroyForcibly();
                throw new IllegalStateException(command.getFirst() + " did not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while " + command.getFirst() + " ended", e);
        }
    }
}
