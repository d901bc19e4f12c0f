package dev.gatehouse.gateway.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** One connection on which a test writes bytes and reads answers, as a hostile client would. Confined to one thread at a time. */
public final class RawConnection implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Socket socket;
    private final WireReader reader;

    private RawConnection(Socket socket) throws IOException {
        this.socket = socket;
        this.reader = new WireReader(new BufferedInputStream(socket.getInputStream()));
    }

    public static RawConnection open(InetSocketAddress to) throws IOException {
        return prepared(new Socket(to.getAddress(), to.getPort()));
    }

    public static RawConnection openTls(InetSocketAddress to, SSLContext trust) throws IOException {
        return prepared(trust.getSocketFactory().createSocket(to.getAddress(), to.getPort()));
    }

    private static RawConnection prepared(Socket socket) throws IOException {
        socket.setTcpNoDelay(true);
        socket.setSoTimeout((int) PATIENCE.toMillis());
        return new RawConnection(socket);
    }

    /** Puts {@code latin1} on the wire, one byte for each character. */
    public RawConnection write(String latin1) throws IOException {
        socket.getOutputStream().write(latin1.getBytes(ISO_8859_1));
        socket.getOutputStream().flush();
        return this;
    }

    public RawConnection write(RawRequest request) throws IOException {
        return write(new String(request.bytes("127.0.0.1:" + socket.getPort()), ISO_8859_1));
    }

    /** Reads one whole answer. */
    public RawResponse read() throws IOException {
        RawResponse head = readHead();
        if (head.status() == 0 || head.status() == 204) {
            return head;
        }
        WireReader.Body body = reader.body(head.headers(), true);
        return new RawResponse(head.status(), head.headers(), body.text(), body.complete());
    }

    /** Reads the answer to a HEAD request: a head and nothing after it. Status 0: the gateway closed instead, or sent no HTTP. */
    public RawResponse readHead() throws IOException {
        String line = reader.line();
        if (line == null || !line.startsWith("HTTP/1.")) {
            return new RawResponse(0, List.of(), "", false);
        }
        return new RawResponse(Integer.parseInt(line.split(" ", 3)[1]), reader.headers(), "", true);
    }

    /** Reads the head of an answer and hands the rest to a stream. */
    public EventStream stream() throws IOException {
        RawResponse head = readHead();
        socket.setSoTimeout(0);
        return new EventStream(this, head);
    }

    /** Whether the gateway closes this connection, without another byte, within {@code patience}. */
    public boolean closedWithin(Duration patience) throws IOException {
        socket.setSoTimeout((int) patience.toMillis());
        try {
            return reader.line() == null;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    /** The next piece of a streamed body; null or empty at its end. */
    @Nullable
    public String chunk(RawResponse head) throws IOException {
        return head.header("transfer-encoding").isEmpty() ? reader.line() : reader.chunk();
    }
}
