package dev.gatehouse.examples.walkthrough;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The reader's own way in: the same requests by curl, in a file that is also run here, so that it is known to work. */
final class CurlScript {

    private final Path file;

    private CurlScript(Path file) {
        this.file = file;
    }

    static CurlScript write(EditableManifests folder, GatewayProcess gateway) throws IOException {
        String text = """
                TOKEN=%s
                mcp() {
                  curl -sS %s -H "Authorization: Bearer $TOKEN" \\
                    -H 'Content-Type: application/json' -H 'Accept: application/json, text/event-stream' "$@"
                  echo
                }
                SESSION=$(mcp -D - -o /dev/null -d '{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":\
                "2025-11-25","capabilities":{},"clientInfo":{"name":"curl","version":"1"}}}' |
                  tr -d '\\r' | awk 'tolower($1) == "mcp-session-id:" {print $2}')
                mcp -H "Mcp-Session-Id: $SESSION" -d '{"jsonrpc":"2.0","id":2,"method":"tools/list"}'
                mcp -H "Mcp-Session-Id: $SESSION" -d '{"jsonrpc":"2.0","id":3,"method":"tools/call","params":{"name":\
                "demo__get_weather","arguments":{"city":"Lisbon"}}}'
                mcp -H "Mcp-Session-Id: $SESSION" -d '{"jsonrpc":"2.0","id":4,"method":"tools/call","params":{"name":\
                "demo__delete_everything","arguments":{}}}'
                """.formatted(folder.token("team-a/reporter.yaml"), gateway.url());
        return new CurlScript(Files.writeString(folder.beside("try.sh"), text));
    }

    /** Prints the commands, runs them and prints what they printed. */
    void show(Narrator narrator) throws IOException, InterruptedException {
        narrator.chapter("7. Your turn: paste this, or run sh " + file);
        narrator.quote(Files.readString(file));
        Process shell = new ProcessBuilder("sh", file.toString())
                .redirectErrorStream(true)
                .start();
        String printed = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        shell.waitFor();
        narrator.chapter("   It prints:");
        narrator.quote(printed.replaceAll("(?m)^\\R", ""));
        boolean asTold = printed.contains("sunny") && printed.contains("Unknown tool: demo__delete_everything");
        narrator.check("curl", asTold ? "answered as the SDK's client was" : "answered otherwise", asTold);
    }
}
