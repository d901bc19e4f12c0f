package dev.gatehouse.gateway.audit;

import dev.gatehouse.gateway.access.Plane;
import dev.gatehouse.model.access.PrincipalKey;
import dev.gatehouse.model.access.PrincipalKind;
import java.time.Instant;

/** Events for tests, alike but for the name. */
final class Events {

    static final Instant TIME = Instant.parse("2026-11-23T20:15:30.123456789Z");

    private Events() {}

    static AuditEvent named(String name) {
        return new AuditEvent(
                TIME,
                new PrincipalKey(PrincipalKind.CLIENT, "team-a", "cursor"),
                "uid-1",
                4,
                "current",
                Plane.MCP,
                "tools/call",
                "github",
                name,
                AuditEvent.Verdict.ALLOWED,
                "McpClient team-a/cursor",
                12,
                84_999,
                "10.0.0.7",
                "0af7651916cd43dd8448eb211c80319c");
    }

    static AuditEvent ofNobody() {
        return new AuditEvent(
                Instant.parse("2026-11-23T20:15:31Z"),
                null,
                null,
                0,
                null,
                Plane.MCP,
                "tools/call",
                null,
                null,
                AuditEvent.Verdict.DENIED,
                "UNKNOWN",
                12,
                1_000,
                null,
                null);
    }
}
