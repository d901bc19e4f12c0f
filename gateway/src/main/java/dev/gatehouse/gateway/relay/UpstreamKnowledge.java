package dev.gatehouse.gateway.relay;

import dev.gatehouse.gateway.catalogue.EraClaim;
import dev.gatehouse.gateway.catalogue.EraClaims;
import dev.gatehouse.gateway.catalogue.OfferedVersions;
import dev.gatehouse.gateway.catalogue.Ownership;
import dev.gatehouse.gateway.catalogue.ResourceOwners;
import dev.gatehouse.gateway.mcp.Era;
import dev.gatehouse.gateway.plan.Caller;
import dev.gatehouse.gateway.plan.Knowledge;
import dev.gatehouse.gateway.plan.Served;
import dev.gatehouse.gateway.plan.Unknown;
import dev.gatehouse.gateway.upstream.EraFinding;
import dev.gatehouse.gateway.upstream.session.UpstreamEras;
import dev.gatehouse.model.access.UpstreamServer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the process has found out about upstreams, and how it finds out more. Thread-safe. */
final class UpstreamKnowledge implements Knowledge {

    private final UpstreamEras eras;
    private final ResourceOwners owners;
    private final EraClaims claims;
    private final OfferedVersions versions;

    UpstreamKnowledge(UpstreamEras eras, ResourceOwners owners, EraClaims claims, OfferedVersions versions) {
        this.eras = eras;
        this.owners = owners;
        this.claims = claims;
        this.versions = versions;
    }

    @Override
    public @Nullable EraFinding eras(UpstreamServer server) {
        return eras.known(server);
    }

    @Override
    public @Nullable Served served(Caller caller, Era era) {
        EraClaim claim = claims.ready(caller.snapshot().servers(), caller.grants());
        return claim == null ? null : served(claim, era);
    }

    private static Served served(EraClaim claim, Era era) {
        return new Served(claim.serves(era), claim.versions());
    }

    @Override
    public List<String> versions(UpstreamServer server) {
        return versions.of(server);
    }

    @Override
    public @Nullable Ownership owner(Caller caller, Era era, String uri, boolean template) {
        return template ? null : owners.ready(caller.snapshot().servers(), caller.grants(), uri, era);
    }

    /** Those of the aggregate for a caller, newest first. May wait for servers that were never asked, a second at most. */
    List<String> versions(Caller caller) {
        return claims.find(caller.snapshot().servers(), caller.grants()).versions();
    }

    /** What is known after finding it out. Blocks. */
    Knowledge learn(Knowledge before, Unknown unknown, Caller caller, Era era) {
        return switch (unknown) {
            case Unknown.ErasOf(UpstreamServer server) -> new Learned(before, unknown, eras.find(server), null, null);
            case Unknown.Versions _ -> {
                EraClaim claim = claims.find(caller.snapshot().servers(), caller.grants());
                yield new Learned(before, unknown, null, served(claim, era), null);
            }
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
        public List<String> versions(UpstreamServer server) {
            return before.versions(server);
        }

        @Override
        public @Nullable Ownership owner(Caller caller, Era era, String uri, boolean template) {
            return owned != null && what.equals(new Unknown.OwnerOf(uri, template))
                    ? owned
                    : before.owner(caller, era, uri, template);
        }
    }
}
