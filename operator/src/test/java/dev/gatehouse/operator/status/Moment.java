package dev.gatehouse.operator.status;

import dev.gatehouse.model.access.ListedNames;
import dev.gatehouse.model.access.OfferedNames;
import dev.gatehouse.model.access.PrincipalKey;
import dev.gatehouse.model.access.PrincipalKind;
import dev.gatehouse.model.access.ServerId;
import dev.gatehouse.model.link.DiscoveredServer;
import dev.gatehouse.operator.fleet.FleetState;
import dev.gatehouse.operator.fleet.Replica;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One point of a golden case's time line: what the gateways have applied, and when tokens of clients were used.
 *
 * @param applied a version for each connected gateway; everything has been as it is since version 100
 * @param used by {@code namespace/client/token}
 * @param discovering whether gateways have told what servers offer
 */
record Moment(Instant at, List<Long> applied, boolean settled, Map<String, Instant> used, boolean discovering) {

    static final long VERSION = 100;

    @SuppressWarnings("unchecked")
    static Moment of(Map<String, Object> yaml) {
        var applied = new ArrayList<Long>();
        for (Object version : (List<Object>) yaml.getOrDefault("applied", List.of())) {
            applied.add(Long.valueOf(version.toString()));
        }
        var used = new HashMap<String, Instant>();
        ((Map<String, String>) yaml.getOrDefault("used", Map.of()))
                .forEach((token, time) -> used.put(token, Instant.parse(time)));
        return new Moment(
                Instant.parse(String.valueOf(yaml.get("at"))),
                applied,
                Boolean.TRUE.equals(yaml.getOrDefault("settled", true)),
                used,
                Boolean.TRUE.equals(yaml.getOrDefault("discovering", true)));
    }

    FleetView fleet() {
        var replicas = new ArrayList<Replica>();
        for (int i = 0; i < applied.size(); i++) {
            replicas.add(new Replica("gateway-" + i, "1.2.3", Instant.parse("2026-11-25T11:00:00Z"), applied.get(i)));
        }
        return new FleetView(new FleetState(replicas), false, settled, VERSION);
    }

    Map<String, Instant> usesOf(PrincipalKey principal) {
        var uses = new HashMap<String, Instant>();
        String prefix = principal.namespace() + "/" + principal.name() + "/";
        used.forEach((token, time) -> {
            if (principal.kind() == PrincipalKind.CLIENT && token.startsWith(prefix)) {
                uses.put(token.substring(prefix.length()), time);
            }
        });
        return uses;
    }

    /** A server that is called so has been discovered. */
    @Nullable
    DiscoveredServer discovered(ServerId server) {
        if (!discovering || !server.name().equals("discovered")) {
            return null;
        }
        var names = new OfferedNames(
                ListedNames.of(List.of("a", "b")),
                ListedNames.of(List.of("summary")),
                ListedNames.of(List.of()),
                ListedNames.of(List.of("weather://today/{city}")));
        return new DiscoveredServer(server, 1, "2026-07-28", 2, 1, 0, Map.of("b", "22", "a", "11"), names);
    }
}
