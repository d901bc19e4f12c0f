package dev.gatehouse.gateway.mcp;

/** Which era a message belongs to, decided once from all evidence. */
public sealed interface Resolution {

    record Legacy(LegacyCall call) implements Resolution {}

    record Modern(ModernCall call) implements Resolution {}

    record Refused(Refusal refusal) implements Resolution {}
}
