package dev.gatehouse.gateway.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;

/** An event stream that a scripted upstream is writing. Writing is safe from any thread. */
public final class EventReply {

    private final Socket socket;
    private final HttpReply reply;
    private final CountDownLatch closed = new CountDownLatch(1);

    EventReply(Socket socket, HttpReply reply) {
        this.socket = socket;
        this.reply = reply;
    }

    /** One event of type {@code message} whose data is {@code json}. */
    public void message(String json) throws IOException {
        raw(event(json));
    }

    /** One event of type {@code message} whose data is {@code json}, as it is written. */
    static String event(String json) {
        return "event: message\ndata: " + json + "\n\n";
    }

    /** Any text as one chunk: comments, ids, half events. */
    public synchronized void raw(String text) throws IOException {
        byte[] bytes = text.getBytes(UTF_8);
        var chunk = (Integer.toHexString(bytes.length) + "\r\n" + text + "\r\n").getBytes(UTF_8);
        socket.getOutputStream().write(chunk);
        socket.getOutputStream().flush();
    }

    /** Ends the stream in good order; the connection lives on unless it is to end with the stream. */
    public synchronized void end() throws IOException {
        socket.getOutputStream().write("0\r\n\r\n".getBytes(UTF_8));
        socket.getOutputStream().flush();
        closed.countDown();
        if (reply.isLast()) {
            socket.close();
        }
    }

    void endWithItsConnection() {
        reply.endConnection();
    }

    /** Keeps the stream open until this side ends it or the caller goes away; true: the caller went away. */
    public boolean watch() throws IOException {
        try {
            while (socket.getInputStream().read() >= 0) {
                // a caller of an open stream has nothing to say
            }
            return closed.getCount() > 0;
        } catch (IOException e) {
            return closed.getCount() > 0;
        }
    }
}
