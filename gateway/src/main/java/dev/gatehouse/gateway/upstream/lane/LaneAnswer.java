package dev.gatehouse.gateway.upstream.lane;

import dev.gatehouse.gateway.channel.BodySink;
import dev.gatehouse.gateway.channel.ChannelReader;
import dev.gatehouse.gateway.upstream.AnswerHead;
import dev.gatehouse.gateway.upstream.UpstreamFailure;
import io.undertow.client.ClientExchange;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The answer of an upstream: its head, and its body as a flow that the reader may pause. Confined to the call's I/O
 * thread. The connection goes back to its pool when the body has been read to its end, and is closed otherwise.
 */
public final class LaneAnswer {

    private final ClientExchange exchange;
    private final URI asked;
    private final AnswerHead head;
    private final Runnable progressed;
    private final Runnable waitForever;
    private final Consumer<Boolean> finished;
    private @Nullable AnswerBody body;
    private @Nullable ChannelReader reader;
    private boolean ended;

    LaneAnswer(
            ClientExchange exchange, URI asked, Runnable progressed, Runnable waitForever, Consumer<Boolean> finished) {
        this.exchange = exchange;
        this.asked = asked;
        this.head = AnswerHead.of(
                exchange.getResponse().getResponseCode(),
                header(Headers.CONTENT_TYPE),
                header(Headers.CONTENT_ENCODING),
                header(Headers.LOCATION));
        this.progressed = progressed;
        this.waitForever = waitForever;
        this.finished = finished;
    }

    public int status() {
        return head.status();
    }

    public @Nullable String header(HttpString name) {
        return exchange.getResponse().getResponseHeaders().getFirst(name);
    }

    /** The media type in lower case without parameters; empty when there is none. */
    public String mediaType() {
        return head.mediaType();
    }

    /** Why this is no answer to a message, or null when it may be one. */
    public @Nullable UpstreamFailure objection() {
        return head.objection(asked);
    }

    /** The length in bytes that the upstream announced, or -1. */
    public long contentLength() {
        String value = header(Headers.CONTENT_LENGTH);
        try {
            return value == null ? -1 : Long.parseLong(value);
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    /** Silence is normal from here on: the deadline no longer applies. For streams that stay open without end. */
    public void waitForever() {
        waitForever.run();
    }

    /** Reads the body into {@code target}, to its end or until it breaks. */
    public void read(AnswerBody target) {
        body = target;
        reader = new ChannelReader(
                exchange.getResponseChannel(), exchange.getConnection().getBufferPool(), new Pieces(target));
        reader.start();
    }

    /** Goes on after {@link AnswerBody#piece} has asked for a pause. */
    public void resume() {
        if (reader != null) {
            reader.resume();
        }
    }

    /** Stops reading and closes the connection; nothing more is heard of the body. */
    public void abort() {
        if (!ended) {
            ended = true;
            if (reader != null) {
                reader.stop();
            }
            finished.accept(false);
        }
    }

    void fail(UpstreamFailure failure) {
        if (!ended) {
            abort();
            if (body != null) {
                body.failed(failure);
            }
        }
    }

    private final class Pieces implements BodySink {

        private final AnswerBody target;

        Pieces(AnswerBody target) {
            this.target = target;
        }

        @Override
        public boolean piece(ByteBuffer bytes) {
            progressed.run();
            return target.piece(bytes);
        }

        @Override
        public void end() {
            if (!ended) {
                ended = true;
                finished.accept(true);
                target.end();
            }
        }

        @Override
        public void failed(IOException e) {
            fail(LaneDiagnosis.of(e));
        }
    }
}
