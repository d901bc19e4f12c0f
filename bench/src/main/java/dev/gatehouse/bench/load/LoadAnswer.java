package dev.gatehouse.bench.load;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads one HTTP/1.1 answer from whatever pieces the socket gives, chunked or of a known length, and keeps its body for
 * checking. Reusable and not thread-safe. Trusts its peer to be a server under measurement, yet holds at most
 * {@value #MAX_BODY} bytes of it.
 */
final class LoadAnswer {

    static final int MAX_BODY = 1 << 18;
    private static final int FIRST_BODY = 1024;
    private static final int MAX_HEAD = 2048;

    private final byte[] head = new byte[MAX_HEAD];
    private byte[] body = new byte[FIRST_BODY];
    private int headLength;
    private int bodyLength;
    private int status;
    private long remaining;
    private State state = State.HEAD;

    private enum State {
        HEAD,
        PLAIN_BODY,
        CHUNK_SIZE,
        CHUNK_DATA,
        CHUNK_END,
        TRAILER,
        WHOLE
    }

    void reset() {
        headLength = 0;
        bodyLength = 0;
        status = 0;
        remaining = 0;
        state = State.HEAD;
    }

    int status() {
        return status;
    }

    int bodyLength() {
        return bodyLength;
    }

    /** Takes {@code bytes} in; true once the answer is whole. */
    boolean feed(ByteBuffer bytes) {
        while (bytes.hasRemaining() && state != State.WHOLE) {
            switch (state) {
                case HEAD -> readHead(bytes);
                case PLAIN_BODY -> readBody(bytes, State.WHOLE);
                case CHUNK_SIZE -> readChunkSize(bytes.get());
                case CHUNK_DATA -> readBody(bytes, State.CHUNK_END);
                case CHUNK_END -> endChunk(bytes.get());
                case TRAILER -> readTrailer(bytes.get());
                case WHOLE -> throw new IllegalStateException("an answer after the answer");
            }
        }
        return state == State.WHOLE;
    }

    /** Where {@code wanted} starts in the body, searched from {@code from}; -1 when it is not there. */
    int find(byte[] wanted, int from) {
        byte first = wanted[0];
        int last = bodyLength - wanted.length;
        for (int at = from; at <= last; at++) {
            if (body[at] == first && matches(wanted, at)) {
                return at;
            }
        }
        return -1;
    }

    boolean matches(byte[] wanted, int at) {
        if (at < 0 || at + wanted.length > bodyLength) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if (body[at + i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    int count(byte[] wanted) {
        int count = 0;
        for (int at = find(wanted, 0); at >= 0; at = find(wanted, at + wanted.length)) {
            count++;
        }
        return count;
    }

    /** The first line and the start of the body, for a message about an answer that was not expected. */
    String excerpt() {
        String text = new String(head, 0, headLength, StandardCharsets.ISO_8859_1);
        return text.lines().findFirst().orElse("")
                + " | "
                + new String(body, 0, Math.min(bodyLength, 300), StandardCharsets.UTF_8);
    }

    private void readHead(ByteBuffer bytes) {
        while (bytes.hasRemaining()) {
            if (headLength == MAX_HEAD) {
                throw new IllegalStateException("the head of an answer is longer than " + MAX_HEAD + " bytes");
            }
            byte next = bytes.get();
            head[headLength++] = next;
            if (next == '\n' && headLength >= 4 && head[headLength - 2] == '\r' && head[headLength - 3] == '\n') {
                startBody();
                return;
            }
        }
    }

    private void startBody() {
        HeadLines lines = new HeadLines(head, headLength);
        status = lines.status();
        if (lines.chunked()) {
            state = State.CHUNK_SIZE;
            return;
        }
        remaining = lines.contentLength();
        state = remaining == 0 ? State.WHOLE : State.PLAIN_BODY;
    }

    private void readBody(ByteBuffer bytes, State next) {
        int length = (int) Math.min(remaining, bytes.remaining());
        if (bodyLength + length > MAX_BODY) {
            throw new IllegalStateException("the body of an answer is longer than " + MAX_BODY + " bytes");
        }
        if (bodyLength + length > body.length) {
            body = Arrays.copyOf(body, Math.max(2 * body.length, bodyLength + length));
        }
        bytes.get(body, bodyLength, length);
        bodyLength += length;
        remaining -= length;
        if (remaining == 0) {
            state = next;
        }
    }

    private void readChunkSize(byte next) {
        int digit = Character.digit(next, 16);
        if (digit >= 0) {
            remaining = remaining * 16 + digit;
        } else if (next == '\n') {
            state = remaining == 0 ? State.TRAILER : State.CHUNK_DATA;
        }
    }

    private void endChunk(byte next) {
        if (next == '\n') {
            state = State.CHUNK_SIZE;
        }
    }

    private void readTrailer(byte next) {
        if (next == '\n') {
            state = State.WHOLE;
        }
    }
}
