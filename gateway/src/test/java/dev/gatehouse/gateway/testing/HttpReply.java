package dev.gatehouse.gateway.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.util.Arrays;
import java.util.List;

/** The answering side of one request: whole answers, event streams, or raw bytes that break the rules. */
public final class HttpReply {

    private final Socket socket;
    private final OutputStream out;
    private boolean last;

    HttpReply(Socket socket) throws IOException {
        this.socket = socket;
        this.out = socket.getOutputStream();
    }

    public void json(int status, String body, HeaderLine... headers) throws IOException {
        send(status, "application/json", body, headers);
    }

    public void empty(int status, HeaderLine... headers) throws IOException {
        head(status, List.of(headers), "Content-Length: 0\r\n");
    }

    public void send(int status, String contentType, String body, HeaderLine... headers) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        head(status, List.of(headers), "Content-Type: " + contentType + "\r\nContent-Length: " + bytes.length + "\r\n");
        out.write(bytes);
        out.flush();
    }

    /** Begins an event stream; the head is on the wire when this returns. */
    public EventReply events(HeaderLine... headers) throws IOException {
        head(
                200,
                Arrays.asList(headers),
                "Content-Type: text/event-stream\r\nCache-Control: no-cache\r\nTransfer-Encoding: chunked\r\n");
        return new EventReply(socket, this);
    }

    /** Writes {@code bytes} as they are and ends the connection after the answer. */
    public void raw(String bytes) throws IOException {
        last = true;
        out.write(bytes.getBytes(UTF_8));
        out.flush();
    }

    /** Closes the connection without an answer. */
    public void hangUp() throws IOException {
        last = true;
        socket.close();
    }

    void endConnection() {
        last = true;
    }

    boolean isLast() {
        return last;
    }

    private void head(int status, List<HeaderLine> headers, String framing) throws IOException {
        var head = new StringBuilder("HTTP/1.1 ").append(status).append(" Scripted\r\n");
        headers.forEach(header -> head.append(header).append("\r\n"));
        out.write(head.append(framing).append("\r\n").toString().getBytes(UTF_8));
        out.flush();
    }
}
