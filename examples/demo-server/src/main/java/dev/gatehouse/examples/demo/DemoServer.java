package dev.gatehouse.examples.demo;

import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpSyncServer;
import io.modelcontextprotocol.server.transport.HttpServletStreamableServerTransportProvider;
import io.modelcontextprotocol.spec.McpSchema.ResourcesUpdatedNotification;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/**
 * A real MCP server on the official Java SDK, speaking Streamable HTTP on loopback. It stands behind Gatehouse in the
 * quick start and in tests, and it remembers what reached it: what a gateway refused must not appear here.
 */
public final class DemoServer implements AutoCloseable {

    /** Larger request bodies are refused with 413. */
    public static final int MAX_BODY_BYTES = 8 << 20;

    private final Journal journal;
    private final Tools tools;
    private final Board board;
    private final McpSyncServer mcp;
    private final LoopbackTomcat tomcat;
    private final CountDownLatch closing;
    private final AtomicBoolean closed = new AtomicBoolean();

    private DemoServer(
            Journal journal,
            Tools tools,
            Board board,
            McpSyncServer mcp,
            LoopbackTomcat tomcat,
            CountDownLatch closing) {
        this.journal = journal;
        this.tools = tools;
        this.board = board;
        this.mcp = mcp;
        this.tomcat = tomcat;
        this.closing = closing;
    }

    /**
     * Starts a server on loopback.
     *
     * @param port 0 takes any free one
     */
    public static DemoServer start(int port) {
        Journal journal = new Journal();
        Board board = new Board();
        CountDownLatch closing = new CountDownLatch(1);
        AtomicReference<McpSyncServer> self = new AtomicReference<>();
        Tools tools = new Tools(journal, board, () -> tellSubscribers(self.get()), closing);
        HttpServletStreamableServerTransportProvider transport = HttpServletStreamableServerTransportProvider.builder()
                .mcpEndpoint(LoopbackTomcat.PATH)
                .maxRequestSize(MAX_BODY_BYTES)
                .build();
        McpSyncServer mcp = build(transport, tools, new Prompts(journal), new Resources(journal, board));
        self.set(mcp);
        LoopbackTomcat tomcat = LoopbackTomcat.start(port, transport, new RecordingFilter(journal));
        return new DemoServer(journal, tools, board, mcp, tomcat, closing);
    }

    private static McpSyncServer build(
            HttpServletStreamableServerTransportProvider transport, Tools tools, Prompts prompts, Resources resources) {
        return McpServer.sync(transport)
                .serverInfo("gatehouse-demo", "1.0.0")
                .instructions("A demonstration server. Ask it about the weather.")
                .strictToolNameValidation(false)
                .capabilities(ServerCapabilities.builder()
                        .completions()
                        .logging()
                        .prompts(true)
                        .resources(true, true)
                        .tools(true)
                        .build())
                .tools(tools.all())
                .prompts(prompts.all())
                .resources(resources.all())
                .resourceTemplates(resources.templates())
                .completions(Stream.concat(prompts.completions().stream(), resources.completions().stream())
                        .toList())
                .build();
    }

    private static void tellSubscribers(McpSyncServer mcp) {
        mcp.notifyResourcesUpdated(new ResourcesUpdatedNotification(Board.URI));
    }

    /** Where clients and gateways connect to. */
    public URI url() {
        return tomcat.url();
    }

    /** What ran, oldest first; at most the last 1,000. */
    public List<Call> calls() {
        return journal.calls();
    }

    /** Every HTTP request that arrived, oldest first; at most the last 1,000. */
    public List<HttpMessage> requests() {
        return journal.requests();
    }

    /** Forgets what it saw. */
    public void forget() {
        journal.clear();
    }

    /** Offers one more tool, which returns its {@code text}, and announces the change. */
    public void addTool(String name) {
        mcp.addTool(tools.echo(name));
    }

    /** Describes a tool that {@link #addTool} gave in other words, and announces the change. */
    public void describeTool(String name, String description) {
        mcp.addTool(tools.echo(name, description));
    }

    /** Withdraws a tool and announces the change. */
    public void removeTool(String name) {
        mcp.removeTool(name);
    }

    /** Changes the resource {@code note://board} and tells its subscribers. */
    public void writeBoard(String text) {
        board.write(text);
        tellSubscribers(mcp);
    }

    /** Ends open streams and slow tools at once; a second time it does nothing. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            closing.countDown();
            mcp.close();
            tomcat.close();
        }
    }
}
