package dev.gatehouse.gateway.mcp;

/** Who wrote a message: nothing beyond JSON-RPC is taken from a client, while an upstream may answer with more. */
enum Sender {
    CLIENT,
    UPSTREAM
}
