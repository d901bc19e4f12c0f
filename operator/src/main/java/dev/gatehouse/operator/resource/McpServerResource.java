package dev.gatehouse.operator.resource;

import dev.gatehouse.model.resource.McpServerSpec;
import dev.gatehouse.model.resource.status.McpServerStatus;
import io.fabric8.kubernetes.model.annotation.Categories;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.fabric8.kubernetes.model.annotation.Singular;
import io.fabric8.kubernetes.model.annotation.Version;

/** {@link McpServerSpec} and {@link McpServerStatus} as a custom resource. */
@Group("gatehouse.dev")
@Version("v1alpha1")
@Kind("McpServer")
@Plural("mcpservers")
@Singular("mcpserver")
@ShortNames("mcps")
@Categories("gatehouse")
@SuppressWarnings("serial")
public final class McpServerResource extends StoredObject<McpServerSpec, McpServerStatus> {

    public McpServerResource() {
        super(McpServerSpec.class, McpServerStatus.class);
    }
}
