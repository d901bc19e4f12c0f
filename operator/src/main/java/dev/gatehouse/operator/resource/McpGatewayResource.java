package dev.gatehouse.operator.resource;

import dev.gatehouse.model.resource.McpGatewaySpec;
import dev.gatehouse.model.resource.status.McpGatewayStatus;
import io.fabric8.kubernetes.model.annotation.Categories;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.fabric8.kubernetes.model.annotation.Singular;
import io.fabric8.kubernetes.model.annotation.Version;

/** {@link McpGatewaySpec} and {@link McpGatewayStatus} as a custom resource. */
@Group("gatehouse.dev")
@Version("v1alpha1")
@Kind("McpGateway")
@Plural("mcpgateways")
@Singular("mcpgateway")
@ShortNames("mcpgw")
@Categories("gatehouse")
@SuppressWarnings("serial")
public final class McpGatewayResource extends StoredObject<McpGatewaySpec, McpGatewayStatus> {

    public McpGatewayResource() {
        super(McpGatewaySpec.class, McpGatewayStatus.class);
    }
}
