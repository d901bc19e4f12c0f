package dev.gatehouse.gateway.relay;

import dev.gatehouse.gateway.catalogue.Ownership;
import dev.gatehouse.gateway.catalogue.ResourceOwners;
import dev.gatehouse.gateway.mcp.Era;
import dev.gatehouse.gateway.mcp.Versions;
import dev.gatehouse.gateway.plan.Caller;
import dev.gatehouse.gateway.plan.Knowledge;
import dev.gatehouse.gateway.plan.Served;
import dev.gatehouse.gateway.plan.Unknown;
import dev.gatehouse.gateway.upstream.EraFinding;
import dev.gatehouse.gateway.upstream.session.UpstreamEras;
import dev.gatehouse.model.access.UpstreamServer;
import org.jspecify.annotations.Nullable;

/** What the process has found out about upstreams, and how it finds out more. Thread-safe. */
final class UpstreamKnowledge implements Knowledge {

    private static final Served BOTH = new Served(true, Versions.SUPPORTED);

    private final UpstreamEras eras;
    private final ResourceOwners owners;

    UpstreamKnowledge(UpstreamEras eras, ResourceOwners owners) {
        this.eras = eras;
        this.owners = owners;
    }

    @Override
    public @Nullable EraFinding eras(UpstreamServer server) {
        return eras.known(server);
    }

    @Override
    public @Nullable Served served(Caller caller, Era era) {
        return BOTH;
    }

    @Override
    public @Nullable Ownership owner(Caller caller, Era era, String uri, boolean template) {
        return template ? null : owners.ready(caller.snapshot().servers(), caller.grants(), uri, era);
    }

    /** What is known after finding it out. Blocks. */
    Knowledge learn(Knowledge before, Unknown unknown, Caller caller, Era era) {
        return switch (unknown) {
            case Unknown.ErasOf(UpstreamServer server) -> new Learned(before, unknown, eras.find(server), null, null);
            case Unknown.Versions _ -> new Learned(before, unknown, null, BOTH, null);
            case Unknown.OwnerOf(String uri, boolean template) -> {
                var servers = caller.snapshot().servers();
                Ownership owner = template
                        ? owners.findTemplate(servers, caller.grants(), uri, era)
                        : owners.find(servers, caller.grants(), uri, era);
                yield new Learned(before, unknown, null, null, owner);
            }
        };
    }

    /** One thing more than before, which stands for the rest of a request, whatever becomes known meanwhile. */
    private record Learned(
            Knowledge before,
            Unknown what,
            @Nullable EraFinding found,
            @Nullable Served claim,
            @Nullable Ownership owned)
            implements Knowledge {

        @Override
        public @Nullable EraFinding eras(UpstreamServer server) {
            return found != null && what.equals(new Unknown.ErasOf(server)) ? found : before.eras(server);
        }

        @Override
        public @Nullable Served served(Caller caller, Era era) {
            return claim != null ? claim : before.served(caller, era);
        }

        @Override
        public @Nullable Ownership owner(Caller caller, Era era, String uri, boolean template) {
            return owned != null && what.equals(new Unknown.OwnerOf(uri, template))
                    ? owned
                    : before.owner(caller, era, uri, template);
        }
    }
}
