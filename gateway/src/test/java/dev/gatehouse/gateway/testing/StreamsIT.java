package dev.gatehouse.gateway.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class StreamsIT {

    private final Streams streams = new Streams();
    private final List<Socket> sockets = new ArrayList<>();
    private ServerSocket listener;

    @BeforeEach
    void listen() throws IOException {
        listener = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void close() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
        listener.close();
    }

    @Test
    void streamThatCannotBeWrittenAnyMoreKeepsABroadcastFromNobodyElse() throws IOException {
        Pair gone = hold(null);
        Pair there = hold(null);
        gone.upstream().shutdownOutput();

        streams.broadcast("notifications/tools/list_changed", Json.object());

        assertThat(there.heard()).contains("tools/list_changed");
    }

    @Test
    void broadcastThatNobodyTakesFails() throws IOException {
        assertThatThrownBy(() -> streams.broadcast("notifications/tools/list_changed", Json.object()))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("nobody heard notifications/tools/list_changed");

        hold(null).upstream().shutdownOutput();
        assertThatThrownBy(() -> streams.broadcastRaw(": comment\n\n"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("nobody heard : comment");
        assertThat(streams.offer("notifications/tools/list_changed", Json.object()))
                .isZero();
    }

    @Test
    void whoeverHeardTheFirstWordsHearsABroadcast() throws IOException {
        Pair stream = hold(": begun\n\n");
        assertThat(stream.heard()).isEqualTo(": begun");

        streams.broadcastRaw(": then\n\n");

        assertThat(stream.heard()).isEqualTo(": then");
    }

    @Test
    void endingAllPassesOverThoseThatAreGone() throws IOException {
        Pair gone = hold(null);
        hold(null);
        gone.upstream().shutdownOutput();

        streams.endAll();

        await().until(() -> streams.open() == 1);
    }

    /** A stream, held; with its first words it need not be waited for. */
    private Pair hold(@Nullable String first) throws IOException {
        int before = streams.open();
        var caller = new Socket(listener.getInetAddress(), listener.getLocalPort());
        Socket upstream = listener.accept();
        sockets.addAll(List.of(caller, upstream));
        var open = new Streams.Open(new EventReply(upstream, new HttpReply(upstream)), null);
        Thread.ofVirtual().start(() -> {
            try (upstream) {
                streams.hold(open, first);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
        if (first == null) {
            await().until(() -> streams.open() == before + 1);
        }
        var in = new InputStreamReader(caller.getInputStream(), StandardCharsets.UTF_8);
        return new Pair(upstream, new BufferedReader(in));
    }

    private record Pair(Socket upstream, BufferedReader caller) {

        /** The next line with words in it that is no event's type and no chunk's length. */
        String heard() throws IOException {
            String line = caller.readLine();
            while (line != null && !line.startsWith(":") && !line.startsWith("data:")) {
                line = caller.readLine();
            }
            return String.valueOf(line);
        }
    }
}
