package dev.gatehouse.bench.subject;

import dev.gatehouse.bench.load.CpuTime;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A server under measurement, in a process of its own so that its CPU time and memory are its own. The figures come from
 * {@code /proc}: user plus system time of the process and its children, in steps of one clock tick (10 ms).
 */
public final class ServerProcess implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofMinutes(1);

    private final Process process;
    private final Path output;
    private final InetSocketAddress address;

    private ServerProcess(Process process, Path output, InetSocketAddress address) {
        this.process = process;
        this.output = output;
        this.address = address;
    }

    /** Starts {@code command}, whose output goes to {@code output}, without waiting for it to listen on {@code port}. */
    public static ServerProcess start(List<String> command, Path output, int port) {
        try {
            File file = output.toFile();
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(file)
                    .start();
            return new ServerProcess(process, output, new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + command.getFirst(), e);
        }
    }

    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("no free port", e);
        }
    }

    /** Returns once the port accepts connections. */
    public ServerProcess awaitListening() {
        Instant limit = Instant.now().plus(START_LIMIT);
        while (!listens()) {
            if (!process.isAlive() || Instant.now().isAfter(limit)) {
                throw failure("does not listen on " + address);
            }
            pause();
        }
        return this;
    }

    /** An exception that says what the process did wrong and quotes the end of its output. */
    public IllegalStateException failure(String what) {
        String tail = "";
        try (Stream<String> lines = Files.lines(output)) {
            List<String> all = lines.toList();
            tail = String.join("\n", all.subList(Math.max(0, all.size() - 20), all.size()));
        } catch (IOException e) {
            tail = "(its output is not readable: " + e.getMessage() + ")";
        }
        return new IllegalStateException(process.info().command().orElse("the process") + " " + what + ":\n" + tail);
    }

    public InetSocketAddress address() {
        return address;
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** CPU time of the process and its descendants since they started. */
    public CpuTime cpu() {
        return tree().flatMap(handle -> ProcStat.read(Path.of("/proc", Long.toString(handle.pid()))).stream())
                .map(ProcStat::cpu)
                .reduce(CpuTime.NONE, CpuTime::plus);
    }

    /** Resident memory of the process and its descendants, in KiB. */
    public long residentKib() {
        return tree().mapToLong(handle -> residentKib(handle.pid())).sum();
    }

    private Stream<ProcessHandle> tree() {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants());
    }

    private static long residentKib(long pid) {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }

    private boolean listens() {
        try (Socket socket = new Socket()) {
            socket.connect(address, 1000);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(10);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a server starts", e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
