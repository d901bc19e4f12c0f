package dev.gatehouse.bench.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/** The keep-alive connection of one caller: sends, reads, checks, sends again. Used by one thread. */
final class Connection implements AutoCloseable {

    private final Request request;
    private final SocketChannel channel;
    private final SelectionKey key;
    private final ByteBuffer out;
    private final byte[] digits = new byte[Request.ID.length()];
    private final Answer answer = new Answer();
    private final Checker checker;
    private long sequence;
    private long sentAt;

    Connection(Caller caller, InetSocketAddress address, Selector selector, long firstSequence) throws IOException {
        request = caller.request();
        out = request.buffer();
        checker = new Checker(caller.expected(), digits);
        sequence = firstSequence;
        channel = SocketChannel.open(address);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.configureBlocking(false);
        key = channel.register(selector, SelectionKey.OP_READ, this);
    }

    void send() throws IOException {
        answer.reset();
        request.number(out, Request.id(sequence++), digits);
        out.rewind();
        sentAt = System.nanoTime();
        write();
    }

    void write() throws IOException {
        channel.write(out);
        int interest = out.hasRemaining() ? SelectionKey.OP_READ | SelectionKey.OP_WRITE : SelectionKey.OP_READ;
        if (key.interestOps() != interest) {
            key.interestOps(interest);
        }
    }

    /** Reads what is there, by way of {@code buffer}; true when that completed the answer. */
    boolean read(ByteBuffer buffer) throws IOException {
        buffer.clear();
        int length = channel.read(buffer);
        if (length < 0) {
            throw new IOException("the connection was closed by the peer after: " + answer.excerpt());
        }
        return answer.feed(buffer.flip());
    }

    long sentAt() {
        return sentAt;
    }

    @Nullable
    String fault() {
        return out.hasRemaining()
                ? "an answer before the end of the request: " + answer.excerpt()
                : checker.fault(answer);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
