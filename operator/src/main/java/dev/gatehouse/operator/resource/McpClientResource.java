package dev.gatehouse.operator.resource;

import dev.gatehouse.model.resource.McpClientSpec;
import dev.gatehouse.model.resource.status.McpClientStatus;
import io.fabric8.kubernetes.model.annotation.Categories;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.fabric8.kubernetes.model.annotation.Singular;
import io.fabric8.kubernetes.model.annotation.Version;

/** {@link McpClientSpec} and {@link McpClientStatus} as a custom resource. */
@Group("gatehouse.dev")
@Version("v1alpha1")
@Kind("McpClient")
@Plural("mcpclients")
@Singular("mcpclient")
@ShortNames("mcpc")
@Categories("gatehouse")
@SuppressWarnings("serial")
public final class McpClientResource extends StoredObject<McpClientSpec, McpClientStatus> {

    public McpClientResource() {
        super(McpClientSpec.class, McpClientStatus.class);
    }
}
