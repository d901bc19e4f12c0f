package dev.gatehouse.bench.traffic;

import dev.gatehouse.bench.load.Expected;
import dev.gatehouse.bench.load.LoadCaller;
import dev.gatehouse.bench.load.LoadRequest;
import dev.gatehouse.bench.upstream.BenchTools;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Turns a session and a workload into the caller that the generator drives. */
public record Traffic(WireDialect dialect) {

    /** Text as arguments hold it: words, and an escaped line end every 64 bytes. */
    private static final String LINE = "the quick brown fox jumps over the lazy dog and then it sleeps\\n";

    public LoadCaller caller(McpSession session, Workload workload) {
        return switch (workload) {
            case CALL_100_B, CALL_10_KB, CALL_1_MB -> call(session, workload);
            case LIST_ALL_BUT_ONE, LIST_ALL ->
                new LoadCaller(
                        request(
                                session,
                                session.token(),
                                "{\"jsonrpc\":\"2.0\",\"id\":" + LoadRequest.ID + ",\"method\":\"tools/list\"}"),
                        dialect.list(workload.rights()));
            case EVENTS ->
                new LoadCaller(
                        request(session, session.token(), callBody(BenchTools.STREAM, session, workload)),
                        Expected.repeating("data: {", BenchTools.EVENTS, "marker=" + marker(session)));
            case DENIED ->
                new LoadCaller(
                        request(
                                session,
                                dialect.deniedToken(session.token()),
                                callBody(BenchTools.SECRET, session, workload)),
                        dialect.denied());
        };
    }

    private LoadCaller call(McpSession session, Workload workload) {
        String body = callBody(BenchTools.ECHO, session, workload);
        int canonical = body.getBytes(StandardCharsets.UTF_8).length - dialect.prefixLength();
        return new LoadCaller(
                request(session, session.token(), body),
                Expected.answer("marker=" + marker(session) + " bytes=" + canonical + "\""));
    }

    private String callBody(String tool, McpSession session, Workload workload) {
        String meta = tool.equals(BenchTools.STREAM) ? "\"_meta\":{\"progressToken\":\"p1\"}," : "";
        return "{\"jsonrpc\":\"2.0\",\"id\":" + LoadRequest.ID + ",\"method\":\"tools/call\",\"params\":{" + meta
                + "\"name\":\"" + dialect.tool(tool) + "\",\"arguments\":"
                + arguments(marker(session), workload.argumentBytes()) + "}}";
    }

    /** A JSON object of {@code bytes} bytes. */
    static String arguments(String marker, int bytes) {
        String start = "{\"marker\":\"" + marker + "\",\"text\":\"";
        int filler = bytes - start.length() - 2;
        String text = LINE.repeat(filler / LINE.length()) + "x".repeat(filler % LINE.length());
        return start + text + "\"}";
    }

    private static String marker(McpSession session) {
        return "caller-%07d".formatted(session.caller());
    }

    private static LoadRequest request(McpSession session, Token token, String body) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Host", "localhost");
        headers.put("Authorization", token.header());
        headers.put("Content-Type", "application/json");
        headers.put("Accept", "application/json, text/event-stream");
        headers.put("Mcp-Session-Id", session.id());
        headers.put("MCP-Protocol-Version", McpSession.VERSION);
        return LoadRequest.post("/mcp", headers, body);
    }
}
