package dev.gatehouse.gateway.http;

import dev.gatehouse.gateway.channel.BodySink;
import dev.gatehouse.gateway.channel.ChannelReader;
import dev.gatehouse.gateway.mcp.Message;
import dev.gatehouse.gateway.mcp.MessageScanner;
import dev.gatehouse.gateway.mcp.Refusal;
import dev.gatehouse.gateway.mcp.ScanResult;
import dev.gatehouse.gateway.upstream.Deadlines;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.StatusCodes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.xnio.channels.StreamSourceChannel;

/**
 * Reads one message and scans it as it arrives, so that what is wrong is refused at its first wrong byte. Bounded in size
 * and time. Confined to its lane.
 */
final class Intake implements BodySink {

    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(30);
    private static final int FIRST_BUFFER = 4 << 10;

    private final IoLane lane;
    private final HttpServerExchange http;
    private final long limit;
    private final Listener listener;
    private final MessageScanner scanner;
    private final Deadlines.Entry deadline;
    private byte[] body;
    private int length;
    private boolean done;

    /** Hears exactly one of these. */
    interface Listener {

        void whole(byte[] body, Message message);

        void refused(Refusal refusal);

        /** Nothing can be said about a message, as there is none. */
        void broken(int status, String reason);
    }

    Intake(IoLane lane, HttpServerExchange http, long limit, Listener listener) {
        this.lane = lane;
        this.http = http;
        this.limit = limit;
        this.listener = listener;
        this.scanner = lane.borrowScanner();
        this.deadline = lane.deadlines().start(() -> broken(StatusCodes.REQUEST_TIME_OUT, "body too slow"));
        long announced = http.getRequestContentLength();
        this.body = new byte[announced >= 0 && announced <= FIRST_BUFFER ? (int) announced : FIRST_BUFFER];
    }

    void start() {
        deadline.within(PATIENCE_NANOS);
        StreamSourceChannel channel = http.getRequestChannel();
        if (channel == null) {
            broken(StatusCodes.BAD_REQUEST, "no body");
        } else {
            new ChannelReader(channel, http.getConnection().getByteBufferPool(), this).start();
        }
    }

    @Override
    public boolean piece(ByteBuffer bytes) {
        if (done) {
            return true;
        }
        if ((long) length + bytes.remaining() > limit) {
            broken(StatusCodes.REQUEST_ENTITY_TOO_LARGE, "body too large");
            return false;
        }
        int from = length;
        append(bytes);
        if (scanner.feed(body, from, length)) {
            return true;
        }
        finish();
        return false;
    }

    @Override
    public void end() {
        finish();
    }

    @Override
    public void failed(IOException e) {
        broken(StatusCodes.BAD_REQUEST, "body broken off");
    }

    private void append(ByteBuffer bytes) {
        int more = bytes.remaining();
        if (length + more > body.length) {
            body = Arrays.copyOf(body, (int) Math.min(limit, Math.max(length + more, body.length * 4L)));
        }
        bytes.get(body, length, more);
        length += more;
    }

    private void finish() {
        if (done) {
            return;
        }
        ScanResult result = scanner.finish();
        release();
        switch (result) {
            case ScanResult.Scanned(Message message) ->
                listener.whole(body.length == length ? body : Arrays.copyOf(body, length), message);
            case ScanResult.Refused(Refusal refusal) -> {
                http.setPersistent(http.isRequestComplete());
                listener.refused(refusal);
            }
        }
    }

    private void broken(int status, String reason) {
        if (!done) {
            release();
            listener.broken(status, reason);
        }
    }

    private void release() {
        done = true;
        deadline.cancel();
        lane.returnScanner(scanner);
    }
}
