package dev.gatehouse.gateway.http;

import dev.gatehouse.gateway.catalogue.Ownership;
import dev.gatehouse.gateway.catalogue.ResourceOwners;
import dev.gatehouse.gateway.mcp.Era;
import dev.gatehouse.gateway.mcp.RequestId;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Finds the server behind a resource of the aggregate, at once where the catalogues are at hand. */
final class Owners {

    private final ResourceOwners owners;
    private final RareWork rare;

    Owners(ResourceOwners owners, RareWork rare) {
        this.owners = owners;
        this.rare = rare;
    }

    /** Hands over the address, or null when no single server that the caller may use owns it. */
    void find(
            McpExchange exchange,
            @Nullable RequestId id,
            Address.ByOwner sought,
            Era era,
            Consumer<Address.@Nullable Known> found) {
        var servers = exchange.snapshot().servers();
        Ownership ready = sought.template() ? null : owners.ready(servers, exchange.grants(), sought.uri(), era);
        if (ready != null) {
            found.accept(address(ready, sought));
            return;
        }
        rare.run(
                exchange,
                id,
                () -> sought.template()
                        ? owners.findTemplate(servers, exchange.grants(), sought.uri(), era)
                        : owners.find(servers, exchange.grants(), sought.uri(), era),
                ownership -> found.accept(address(ownership, sought)));
    }

    private static Address.@Nullable Known address(Ownership ownership, Address.ByOwner sought) {
        return switch (ownership) {
            case Ownership.Owned(var server) ->
                new Address.Known(server, Address.action(server, sought.uri(), sought.template()), sought.uri(), null);
            case Ownership.Unowned _, Ownership.Ambiguous _ -> null;
        };
    }
}
