package dev.gatehouse.gateway.mcp;

/** What a scan came to. */
public sealed interface ScanResult {

    record Scanned(Message message) implements ScanResult {}

    record Refused(Refusal refusal) implements ScanResult {}
}
