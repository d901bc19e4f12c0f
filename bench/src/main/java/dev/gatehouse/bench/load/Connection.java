package dev.gatehouse.bench.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The keep-alive connection of one caller: sends, reads, checks. Used by one thread. */
final class Connection implements AutoCloseable {

    private final SocketChannel channel;
    private final SelectionKey key;
    private final List<Turn> turns;
    private final byte[] digits = new byte[LoadRequest.ID.length()];
    private final LoadAnswer answer = new LoadAnswer();
    private Turn turn;
    private int next;
    private long sequence;
    private long sentAt;

    Connection(LoadCaller caller, InetSocketAddress address, Selector selector, long firstSequence) throws IOException {
        turns = caller.turns().stream().map(this::prepared).toList();
        turn = turns.getFirst();
        sequence = firstSequence;
        channel = SocketChannel.open(address);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.configureBlocking(false);
        key = channel.register(selector, SelectionKey.OP_READ, this);
    }

    void send() throws IOException {
        answer.reset();
        turn = turns.get(next);
        next = next + 1 == turns.size() ? 0 : next + 1;
        turn.request.number(turn.out, LoadRequest.id(sequence++), digits);
        turn.out.rewind();
        sentAt = System.nanoTime();
        write();
    }

    void write() throws IOException {
        channel.write(turn.out);
        int interest = turn.out.hasRemaining() ? SelectionKey.OP_READ | SelectionKey.OP_WRITE : SelectionKey.OP_READ;
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
        return turn.out.hasRemaining()
                ? "an answer before the end of the request: " + answer.excerpt()
                : turn.checker.fault(answer);
    }

    private Turn prepared(LoadCaller.Turn plan) {
        return new Turn(plan.request(), plan.request().buffer(), new Checker(plan.expected(), digits));
    }

    /** A request in a buffer of its own, and the check of its answer. */
    private record Turn(LoadRequest request, ByteBuffer out, Checker checker) {}

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
