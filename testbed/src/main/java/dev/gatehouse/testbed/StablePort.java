package dev.gatehouse.testbed;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands connections to a known local port on to another one: kube-api-test picks a new port at every start. */
final class StablePort implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StablePort.class);

    private final ServerSocket listener;
    private final int target;

    private StablePort(ServerSocket listener, int target) {
        this.listener = listener;
        this.target = target;
    }

    static StablePort open(int port, int target) throws IOException {
        var stable = new StablePort(new ServerSocket(port, 0, InetAddress.getLoopbackAddress()), target);
        Thread.ofVirtual().start(stable::accept);
        return stable;
    }

    int port() {
        return listener.getLocalPort();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket caller = listener.accept();
                Thread.ofVirtual().start(() -> connect(caller));
            } catch (IOException e) {
                LOG.atDebug().setCause(e).log("No longer listening");
            }
        }
    }

    private void connect(Socket caller) {
        try (caller;
                var callee = new Socket(InetAddress.getLoopbackAddress(), target)) {
            Thread answers = Thread.ofVirtual().start(() -> copy(callee, caller));
            copy(caller, callee);
            answers.join();
        } catch (IOException e) {
            LOG.atDebug().setCause(e).log("A connection ended");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void copy(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException e) {
            LOG.atDebug().setCause(e).log("A connection ended");
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
