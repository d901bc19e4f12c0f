package dev.gatehouse.model.resource;

/** One object of a {@link World}. Implementations are compared by identity when a rebuild asks "has it changed?". */
public sealed interface Resource permits McpServer, McpAllowList, McpClient, McpUser, McpGateway, Secret, Namespace {

    ObjectMeta metadata();

    Kind kind();

    default ResourceKey key() {
        return new ResourceKey(kind(), metadata().namespace(), metadata().name());
    }
}
