package dev.gatehouse.operator;

import dev.gatehouse.model.resource.Kind;
import dev.gatehouse.model.resource.World;
import dev.gatehouse.operator.fleet.FleetState;
import dev.gatehouse.operator.management.MetricsText;
import dev.gatehouse.operator.publish.Published;
import java.util.Optional;

/** What an operator tells a scraper. */
final class OperatorMetrics {

    private OperatorMetrics() {}

    static String render(boolean leading, Optional<Published> published, FleetState fleet, OperatorCounts counts) {
        var text = new MetricsText()
                .gauge("gatehouse_operator_leader", "1: this operator leads.", leading ? 1 : 0)
                .gauge(
                        "gatehouse_operator_config_version",
                        "The version that was published last.",
                        published.map(Published::version).orElse(0L))
                .counter("gatehouse_operator_rebuilds_total", "Translations of the world.", (double) counts.rebuilds())
                .counter(
                        "gatehouse_operator_rebuild_seconds_total",
                        "Time spent on them.",
                        counts.rebuildTime().toNanos() / 1e9)
                .counter("gatehouse_operator_status_writes_total", "Statuses written.", (double) counts.statusWrites())
                .gauge(
                        "gatehouse_operator_replicas",
                        "Gateways that are connected and have confirmed a configuration.",
                        fleet.replicas().size())
                .gauge(
                        "gatehouse_operator_replicas_applied_version",
                        "The version that every gateway has confirmed; 0 without one.",
                        (double) fleet.appliedByAll());
        published.ifPresent(now -> {
            objects(text, now.world());
            text.gauge(
                    "gatehouse_operator_findings",
                    "Mistakes and warnings on all objects together.",
                    now.findings().size());
        });
        return text.toString();
    }

    private static void objects(MetricsText text, World world) {
        String name = "gatehouse_operator_objects";
        text.family(name, "gauge", "Objects that are known, by kind.")
                .sample(
                        name,
                        "kind",
                        Kind.MCP_SERVER.manifestName(),
                        world.servers().size())
                .sample(
                        name,
                        "kind",
                        Kind.MCP_ALLOW_LIST.manifestName(),
                        world.allowLists().size())
                .sample(
                        name,
                        "kind",
                        Kind.MCP_CLIENT.manifestName(),
                        world.clients().size())
                .sample(
                        name,
                        "kind",
                        Kind.MCP_USER.manifestName(),
                        world.users().size())
                .sample(
                        name,
                        "kind",
                        Kind.MCP_GATEWAY.manifestName(),
                        world.gateways().size())
                .sample(
                        name,
                        "kind",
                        Kind.SECRET.manifestName(),
                        world.secrets().size())
                .sample(
                        name,
                        "kind",
                        Kind.NAMESPACE.manifestName(),
                        world.namespaces().size());
    }
}
