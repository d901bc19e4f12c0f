package dev.gatehouse.gateway.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.gateway.access.AccessSnapshot;
import dev.gatehouse.gateway.audit.RecentDecisions;
import dev.gatehouse.gateway.ledger.Grounds;
import dev.gatehouse.gateway.ledger.LedgerEvent;
import dev.gatehouse.gateway.ledger.Verdict;
import dev.gatehouse.gateway.mcp.RawJson;
import dev.gatehouse.gateway.source.FindingsSource;
import dev.gatehouse.gateway.source.SourceFinding;
import dev.gatehouse.model.access.PrincipalKey;
import dev.gatehouse.model.access.PrincipalKind;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The state of the gateway itself: which configuration is in force, what is wrong with it, what was decided lately. */
final class OperationView {

    private static final int USUAL_DECISIONS = 100;

    private final FindingsSource findings;
    private final RecentDecisions decisions;
    private final Clock clock;

    OperationView(FindingsSource findings, RecentDecisions decisions, Clock clock) {
        this.findings = findings;
        this.decisions = decisions;
        this.clock = clock;
    }

    RouteAnswer config(ApiRequest request) {
        AccessSnapshot snapshot = request.snapshot();
        var clients = new AtomicInteger();
        snapshot.forEachPrincipal(principal -> {
            if (principal.key().kind() == PrincipalKind.CLIENT) {
                clients.incrementAndGet();
            }
        });
        Duration age = Duration.between(snapshot.appliedAt(), clock.instant());
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("version", snapshot.version())
                .put("digest", snapshot.digest().hex())
                .put("publishedAt", snapshot.appliedAt().toString())
                .put("ageSeconds", Math.max(0, age.toSeconds()));
        json.putObject("counts")
                .put("servers", snapshot.servers().size())
                .put("clients", clients.get())
                .put("users", snapshot.principalCount() - clients.get());
        return RouteAnswer.toAdmin(json);
    }

    RouteAnswer findings() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode shown = json.putArray("findings");
        findings.findings().forEach(finding -> shown.add(json(finding)));
        return RouteAnswer.toAdmin(json);
    }

    RouteAnswer decisions(ApiRequest request) {
        Paging paging = Paging.of(request, USUAL_DECISIONS, RecentDecisions.MAX_CAPACITY);
        String principal = request.asked("principal");
        PrincipalKey key = principal == null ? null : PrincipalPage.key(principal);
        String asked = request.asked("verdict");
        Verdict verdict = asked == null ? null : verdict(asked);
        if (paging == null || (principal != null && key == null) || (asked != null && verdict == null)) {
            return RouteAnswer.refused(ProblemKind.MALFORMED_QUERY, Grounds.MALFORMED_QUERY);
        }
        Predicate<LedgerEvent.Decided> wanted = event -> (key == null || key.equals(event.principal()))
                && (verdict == null || verdict == event.judgement().verdict());
        byte[] events = RecentDecisions.json(decisions.newest(paging.limit(), wanted));
        var body = new ByteArrayOutputStream(events.length + 16);
        body.writeBytes("{\"decisions\":".getBytes(StandardCharsets.US_ASCII));
        body.writeBytes(events);
        body.write('}');
        return RouteAnswer.toAdmin(RawJson.owning(body.toByteArray()));
    }

    private static ObjectNode json(SourceFinding finding) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("severity", finding.error() ? "error" : "warning");
        if (finding.resource() != null) {
            json.put("kind", finding.resource().kind().manifestName())
                    .put("namespace", finding.resource().namespace())
                    .put("name", finding.resource().name());
        }
        if (!finding.reason().isEmpty()) {
            json.put("reason", finding.reason());
        }
        if (!finding.path().isEmpty()) {
            json.put("path", finding.path());
        }
        json.put("message", finding.message());
        if (finding.file() != null) {
            json.put("file", finding.file()).put("line", finding.line());
        }
        return json;
    }

    private static @Nullable Verdict verdict(String asked) {
        for (Verdict verdict : Verdict.values()) {
            if (verdict.label().equals(asked)) {
                return verdict;
            }
        }
        return null;
    }
}
