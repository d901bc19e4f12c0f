package dev.gatehouse.gateway.audit;

import dev.gatehouse.gateway.access.Plane;
import dev.gatehouse.gateway.ledger.Ending;
import dev.gatehouse.gateway.ledger.GrantingRule;
import dev.gatehouse.gateway.ledger.Grounds;
import dev.gatehouse.gateway.ledger.Judgement;
import dev.gatehouse.gateway.ledger.LedgerEvent;
import dev.gatehouse.gateway.ledger.Verdict;
import dev.gatehouse.model.access.PrincipalKey;
import dev.gatehouse.model.access.PrincipalKind;
import java.time.Instant;

/** Events for tests, alike but for the name. */
final class Events {

    static final Instant TIME = Instant.parse("2026-11-23T20:15:30.123456789Z");

    private Events() {}

    static LedgerEvent.Decided named(String name) {
        return new LedgerEvent.Decided(
                7,
                TIME,
                new PrincipalKey(PrincipalKind.CLIENT, "team-a", "cursor"),
                "uid-1",
                4,
                "current",
                Plane.MCP,
                "tools/call",
                "github",
                name,
                new Judgement(Verdict.ALLOWED, Grounds.RULE, new GrantingRule("McpAllowList team-a/all", 2)),
                Ending.ANSWERED,
                12,
                84_999,
                "10.0.0.7",
                null,
                "0af7651916cd43dd8448eb211c80319c");
    }

    static LedgerEvent.Decided ofNobody() {
        return new LedgerEvent.Decided(
                7,
                Instant.parse("2026-11-23T20:15:31Z"),
                null,
                null,
                0,
                null,
                Plane.MCP,
                "tools/call",
                null,
                null,
                Judgement.denied(Grounds.TOKEN_UNKNOWN),
                Ending.REFUSED,
                12,
                1_000,
                null,
                null,
                null);
    }
}
