package dev.gatehouse.operator.resource;

import dev.gatehouse.model.resource.Kind;
import dev.gatehouse.model.resource.McpAllowList;
import dev.gatehouse.model.resource.McpClient;
import dev.gatehouse.model.resource.McpGateway;
import dev.gatehouse.model.resource.McpServer;
import dev.gatehouse.model.resource.McpUser;
import dev.gatehouse.model.resource.Namespace;
import dev.gatehouse.model.resource.ObjectMeta;
import dev.gatehouse.model.resource.Resource;
import dev.gatehouse.model.resource.ResourceKey;
import dev.gatehouse.model.resource.Secret;
import dev.gatehouse.model.resource.SecretValue;
import dev.gatehouse.model.translate.Finding;
import dev.gatehouse.model.translate.Reason;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** From the objects of an API server to the model's resources. Never throws for what an object holds. */
public final class ResourceMapping {

    private ResourceMapping() {}

    public static Mapped of(McpServerResource stored) {
        return map(stored, Kind.MCP_SERVER, McpServer::new);
    }

    public static Mapped of(McpAllowListResource stored) {
        return map(stored, Kind.MCP_ALLOW_LIST, McpAllowList::new);
    }

    public static Mapped of(McpClientResource stored) {
        return map(stored, Kind.MCP_CLIENT, McpClient::new);
    }

    public static Mapped of(McpUserResource stored) {
        return map(stored, Kind.MCP_USER, McpUser::new);
    }

    public static Mapped of(McpGatewayResource stored) {
        return map(stored, Kind.MCP_GATEWAY, McpGateway::new);
    }

    /** A key whose value is not base64, which no API server hands out, counts as missing. */
    public static Secret of(io.fabric8.kubernetes.api.model.Secret stored) {
        var data = new HashMap<String, SecretValue>();
        if (stored.getData() != null) {
            stored.getData().forEach((key, base64) -> decode(base64).ifPresent(value -> data.put(key, value)));
        }
        return new Secret(metadata(stored), data);
    }

    public static Namespace of(io.fabric8.kubernetes.api.model.Namespace stored) {
        return new Namespace(metadata(stored));
    }

    private static <S> Mapped map(StoredObject<S, ?> stored, Kind kind, BiFunction<ObjectMeta, S, Resource> object) {
        ObjectMeta metadata = metadata(stored);
        S spec = stored.getSpec();
        if (spec != null) {
            return new Mapped.Valid(object.apply(metadata, spec));
        }
        var key = new ResourceKey(kind, metadata.namespace(), metadata.name());
        String sentence = stored.misfit().orElse("spec is missing.");
        return new Mapped.Invalid(new Finding(key, "spec", Reason.INVALID, sentence));
    }

    private static ObjectMeta metadata(HasMetadata stored) {
        io.fabric8.kubernetes.api.model.ObjectMeta meta = stored.getMetadata();
        String namespace = meta.getNamespace();
        Map<String, String> labels = meta.getLabels();
        Long generation = meta.getGeneration();
        return new ObjectMeta(
                meta.getName(),
                namespace == null ? "" : namespace,
                meta.getUid(),
                generation == null ? 1 : generation,
                instant(meta.getCreationTimestamp()),
                labels == null ? Map.of() : labels);
    }

    private static @Nullable Instant instant(@Nullable String timestamp) {
        try {
            return timestamp == null ? null : OffsetDateTime.parse(timestamp).toInstant();
        } catch (DateTimeParseException unreadable) {
            return null;
        }
    }

    private static Optional<SecretValue> decode(String base64) {
        try {
            return Optional.of(SecretValue.of(Base64.getDecoder().decode(base64)));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
