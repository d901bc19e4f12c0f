package dev.gatehouse.model.resource;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.UUID;

/** One object of a {@link World}. Implementations are compared by identity when a rebuild asks "has it changed?". */
public sealed interface Resource permits McpServer, McpAllowList, McpClient, McpUser, McpGateway, Secret, Namespace {

    /** The order of {@link ResourceKey}, without making keys: a world of 100,000 objects is sorted on every change. */
    Comparator<Resource> BY_KEY = (left, right) -> {
        int byKind = left.kind().compareTo(right.kind());
        int byNamespace = byKind != 0 || left.kind() == Kind.NAMESPACE
                ? byKind
                : left.metadata().namespace().compareTo(right.metadata().namespace());
        return byNamespace != 0
                ? byNamespace
                : left.metadata().name().compareTo(right.metadata().name());
    };

    ObjectMeta metadata();

    Kind kind();

    default ResourceKey key() {
        return new ResourceKey(kind(), metadata().namespace(), metadata().name());
    }

    /**
     * The identity of this incarnation of the object, that of the API server where there is one; else 16 hexadecimal digits
     * derived from kind, namespace and name, so that it survives restarts and is the same on every replica.
     */
    default String uid() {
        String given = metadata().uid();
        return given == null ? derivedUid(key().toString()) : given;
    }

    private static String derivedUid(String key) {
        UUID digest = UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().toHexDigits(digest.getMostSignificantBits());
    }
}
