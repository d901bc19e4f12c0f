package dev.gatehouse.operator.reconcile;

import dev.gatehouse.model.resource.Kind;
import dev.gatehouse.model.resource.ResourceKey;
import dev.gatehouse.model.resource.status.McpAllowListStatus;
import dev.gatehouse.model.resource.status.McpClientStatus;
import dev.gatehouse.model.resource.status.McpGatewayStatus;
import dev.gatehouse.model.resource.status.McpServerStatus;
import dev.gatehouse.model.resource.status.McpUserStatus;
import dev.gatehouse.model.resource.status.ObservedStatus;
import dev.gatehouse.operator.resource.Mapped;
import dev.gatehouse.operator.resource.McpAllowListResource;
import dev.gatehouse.operator.resource.McpClientResource;
import dev.gatehouse.operator.resource.McpGatewayResource;
import dev.gatehouse.operator.resource.McpServerResource;
import dev.gatehouse.operator.resource.McpUserResource;
import dev.gatehouse.operator.resource.ResourceMapping;
import dev.gatehouse.operator.resource.StoredObject;
import dev.gatehouse.operator.status.AllowListStatus;
import dev.gatehouse.operator.status.ClientStatus;
import dev.gatehouse.operator.status.GatewayStatus;
import dev.gatehouse.operator.status.ServerStatus;
import dev.gatehouse.operator.status.StatusOf;
import dev.gatehouse.operator.status.UserStatus;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What is particular about one kind.
 *
 * @param empty makes an object without content, to carry a status
 */
public record Binding<R extends StoredObject<?, T>, T extends ObservedStatus>(
        Kind kind, Class<R> type, Supplier<R> empty, Function<R, Mapped> map, StatusOf<T> status) {

    public static final Binding<McpServerResource, McpServerStatus> SERVERS = new Binding<>(
            Kind.MCP_SERVER, McpServerResource.class, McpServerResource::new, ResourceMapping::of, new ServerStatus());

    public static final Binding<McpAllowListResource, McpAllowListStatus> ALLOW_LISTS = new Binding<>(
            Kind.MCP_ALLOW_LIST,
            McpAllowListResource.class,
            McpAllowListResource::new,
            ResourceMapping::of,
            new AllowListStatus());

    public static final Binding<McpClientResource, McpClientStatus> CLIENTS = new Binding<>(
            Kind.MCP_CLIENT, McpClientResource.class, McpClientResource::new, ResourceMapping::of, new ClientStatus());

    public static final Binding<McpUserResource, McpUserStatus> USERS = new Binding<>(
            Kind.MCP_USER, McpUserResource.class, McpUserResource::new, ResourceMapping::of, new UserStatus());

    public static final Binding<McpGatewayResource, McpGatewayStatus> GATEWAYS = new Binding<>(
            Kind.MCP_GATEWAY,
            McpGatewayResource.class,
            McpGatewayResource::new,
            ResourceMapping::of,
            new GatewayStatus());

    ResourceKey keyOf(R object) {
        return new ResourceKey(
                kind, object.getMetadata().getNamespace(), object.getMetadata().getName());
    }
}
