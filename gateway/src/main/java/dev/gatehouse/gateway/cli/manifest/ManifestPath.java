package dev.gatehouse.gateway.cli.manifest;

import dev.gatehouse.model.resource.Kind;
import dev.gatehouse.model.resource.Resource;

/** Where in a folder an object's file stands: by kind, so that one line keeps all Secrets out of git. */
final class ManifestPath {

    static final String SECRETS = "secrets";

    private ManifestPath() {}

    static String of(Resource resource) {
        return folder(resource.kind()) + "/" + resource.metadata().name() + ".yaml";
    }

    private static String folder(Kind kind) {
        return switch (kind) {
            case MCP_SERVER -> "servers";
            case MCP_ALLOW_LIST -> "allow-lists";
            case MCP_CLIENT -> "clients";
            case MCP_USER -> "users";
            case MCP_GATEWAY -> "gateways";
            case SECRET -> SECRETS;
            case NAMESPACE -> "namespaces";
        };
    }
}
