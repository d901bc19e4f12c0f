package dev.gatehouse.gateway.door;

import dev.gatehouse.gateway.channel.BodySink;
import dev.gatehouse.gateway.channel.ChannelReader;
import dev.gatehouse.gateway.ledger.Grounds;
import dev.gatehouse.gateway.mcp.Message;
import dev.gatehouse.gateway.mcp.MessageScanner;
import dev.gatehouse.gateway.mcp.Refusal;
import dev.gatehouse.gateway.mcp.ScanResult;
import dev.gatehouse.gateway.mcp.Text;
import dev.gatehouse.gateway.relay.Lane;
import dev.gatehouse.gateway.relay.Upload;
import dev.gatehouse.gateway.upstream.lane.Deadlines;
import io.undertow.server.HttpServerExchange;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.xnio.channels.StreamSourceChannel;

/**
 * Reads one message and scans it as it arrives, so that what is wrong is refused at its first wrong byte. Bounded in size
 * and time. Confined to its lane.
 */
final class Intake implements BodySink {

    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(30);
    private static final int FIRST_BUFFER = 16 << 10;

    /** A message that grows beyond this is no longer held whole if it can be avoided. */
    private static final int UPLOAD_FROM = 64 << 10;

    private final Lane lane;
    private final HttpServerExchange http;
    private final long limit;
    private final Listener listener;
    private final MessageScanner scanner;
    private final Deadlines.Entry deadline;
    private byte[] body;
    private int length;
    private long taken;
    private @Nullable ChannelReader reader;
    private @Nullable Upload upload;
    private boolean asked;
    private boolean done;

    /** Hears exactly one of {@code whole}, {@code uploaded}, {@code refused} and {@code broken}. */
    interface Listener {

        /**
         * The message is large and names its method and target already: it may go upstream while it arrives.
         *
         * @return null to have it whole
         */
        @Nullable
        Upload begin(String method, Text name, Runnable resume);

        /** What went upstream is the whole of this message, but for its last bytes. */
        void uploaded(Upload upload, Message message);

        void whole(byte[] body, Message message);

        void refused(Refusal refusal);

        /** Nothing can be said about a message, as there is none. */
        void broken(Grounds grounds);
    }

    Intake(Lane lane, HttpServerExchange http, long limit, Listener listener) {
        this.lane = lane;
        this.http = http;
        this.limit = limit;
        this.listener = listener;
        this.scanner = lane.messages().borrow();
        this.deadline = lane.deadlines().start(() -> broken(Grounds.BODY_TOO_SLOW));
        long announced = http.getRequestContentLength();
        this.body = new byte[announced >= 0 && announced <= FIRST_BUFFER ? (int) announced : FIRST_BUFFER];
    }

    void start() {
        deadline.within(PATIENCE_NANOS);
        http.addExchangeCompleteListener((ended, next) -> {
            stop();
            next.proceed();
        });
        StreamSourceChannel channel = http.getRequestChannel();
        if (channel == null) {
            broken(Grounds.NO_BODY);
        } else {
            reader = new ChannelReader(channel, http.getConnection().getByteBufferPool(), this);
            reader.start();
        }
    }

    @Override
    public boolean piece(ByteBuffer bytes) {
        if (done) {
            return true;
        }
        taken += bytes.remaining();
        if (taken > limit) {
            broken(Grounds.BODY_TOO_LARGE);
            return false;
        }
        deadline.within(PATIENCE_NANOS);
        return upload == null ? hold(bytes) : pass(upload, bytes);
    }

    private boolean hold(ByteBuffer bytes) {
        int from = length;
        append(bytes);
        if (!scanner.feed(body, from, length)) {
            finish();
            return false;
        }
        return length < UPLOAD_FROM || asked || beginUpload();
    }

    private boolean beginUpload() {
        String method = scanner.method();
        Text name = scanner.name();
        if (method == null || name == null) {
            return true;
        }
        asked = true;
        upload = listener.begin(method, name, this::resume);
        return upload == null || upload.pass(ByteBuffer.wrap(body, 0, length));
    }

    private boolean pass(Upload open, ByteBuffer bytes) {
        if (!scanner.feed(bytes.duplicate())) {
            finish();
            return false;
        }
        return open.pass(bytes);
    }

    private void resume() {
        if (reader != null && !done) {
            reader.resume();
        }
    }

    @Override
    public void end() {
        finish();
    }

    @Override
    public void failed(IOException e) {
        broken(Grounds.BODY_BROKEN_OFF);
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
            case ScanResult.Scanned(Message message) when upload != null -> listener.uploaded(upload, message);
            case ScanResult.Scanned(Message message) ->
                listener.whole(body.length == length ? body : Arrays.copyOf(body, length), message);
            case ScanResult.Refused(Refusal refusal) -> {
                giveUp();
                listener.refused(refusal);
            }
        }
    }

    private void broken(Grounds grounds) {
        if (!done) {
            release();
            giveUp();
            listener.broken(grounds);
        }
    }

    private void giveUp() {
        if (upload != null) {
            upload.abandon();
        }
    }

    /** The exchange has ended before its body: the upstream was too quick, or the client has gone. */
    private void stop() {
        if (!done) {
            release();
            giveUp();
        }
    }

    private void release() {
        done = true;
        if (reader != null) {
            reader.stop();
        }
        deadline.cancel();
        lane.messages().giveBack(scanner);
    }
}
