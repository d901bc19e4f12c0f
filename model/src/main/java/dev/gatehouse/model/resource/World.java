package dev.gatehouse.model.resource;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Everything that a translation looks at, each list sorted by namespace and name so that the order in which objects
 * arrived never matters.
 *
 * @param externals values of the {@code file} and {@code env} token sources, read by whoever made the world; a reference
 *     that is not in the map could not be read
 */
public record World(
        List<McpServer> servers,
        List<McpAllowList> allowLists,
        List<McpClient> clients,
        List<McpUser> users,
        List<McpGateway> gateways,
        List<Secret> secrets,
        List<Namespace> namespaces,
        Map<ExternalRef, SecretValue> externals) {

    public World {
        servers = SortedResources.of(servers);
        allowLists = SortedResources.of(allowLists);
        clients = SortedResources.of(clients);
        users = SortedResources.of(users);
        gateways = SortedResources.of(gateways);
        secrets = SortedResources.of(secrets);
        namespaces = SortedResources.of(namespaces);
        externals = Map.copyOf(externals);
    }

    /** Sorts {@code resources}, whose keys must be unique, into a world. */
    public static World of(Iterable<? extends Resource> resources, Map<ExternalRef, SecretValue> externals) {
        var servers = new ArrayList<McpServer>();
        var allowLists = new ArrayList<McpAllowList>();
        var clients = new ArrayList<McpClient>();
        var users = new ArrayList<McpUser>();
        var gateways = new ArrayList<McpGateway>();
        var secrets = new ArrayList<Secret>();
        var namespaces = new ArrayList<Namespace>();
        for (Resource resource : resources) {
            switch (resource) {
                case McpServer server -> servers.add(server);
                case McpAllowList allowList -> allowLists.add(allowList);
                case McpClient client -> clients.add(client);
                case McpUser user -> users.add(user);
                case McpGateway gateway -> gateways.add(gateway);
                case Secret secret -> secrets.add(secret);
                case Namespace namespace -> namespaces.add(namespace);
            }
        }
        return new World(servers, allowLists, clients, users, gateways, secrets, namespaces, externals);
    }
}
