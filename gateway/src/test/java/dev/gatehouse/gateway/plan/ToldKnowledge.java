package dev.gatehouse.gateway.plan;

import dev.gatehouse.gateway.catalogue.Ownership;
import dev.gatehouse.gateway.mcp.Era;
import dev.gatehouse.gateway.mcp.Versions;
import dev.gatehouse.gateway.upstream.EraFinding;
import dev.gatehouse.gateway.upstream.Eras;
import dev.gatehouse.gateway.upstream.FailureCause;
import dev.gatehouse.gateway.upstream.UpstreamFailure;
import dev.gatehouse.model.access.UpstreamServer;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a case says to be known. */
record ToldKnowledge(PlanCase told) implements Knowledge {

    @Override
    public @Nullable EraFinding eras(UpstreamServer server) {
        String eras = told.pairs("eras").get(server.key());
        return switch (eras) {
            case null -> null;
            case "legacy" -> new Eras(true, false);
            case "modern" -> new Eras(false, true);
            case "both" -> new Eras(true, true);
            case String cause -> UpstreamFailure.of(FailureCause.valueOf(cause.toUpperCase(Locale.ROOT)));
        };
    }

    @Override
    public @Nullable Served served(Caller caller, Era era) {
        return switch (told.fact("served", "yes")) {
            case "yes" -> new Served(true, Versions.SUPPORTED);
            case "no" -> new Served(false, Versions.LEGACY);
            default -> null;
        };
    }

    @Override
    public List<String> versions(UpstreamServer server) {
        return Versions.LEGACY;
    }

    @Override
    public @Nullable Ownership owner(Caller caller, Era era, String uri, boolean template) {
        String owner = told.pairs("owners").get(uri);
        if (owner == null) {
            return null;
        }
        UpstreamServer server = caller.snapshot().serverByKey(owner);
        return switch (owner) {
            case "nobody" -> new Ownership.Unowned();
            case "several" -> new Ownership.Ambiguous();
            default -> new Ownership.Owned(Objects.requireNonNull(server, owner));
        };
    }
}
