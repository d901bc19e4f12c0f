package dev.gatehouse.operator.resource;

import dev.gatehouse.model.resource.McpUserSpec;
import dev.gatehouse.model.resource.status.McpUserStatus;
import io.fabric8.kubernetes.model.annotation.Categories;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.fabric8.kubernetes.model.annotation.Singular;
import io.fabric8.kubernetes.model.annotation.Version;

/** {@link McpUserSpec} and {@link McpUserStatus} as a custom resource. */
@Group("gatehouse.dev")
@Version("v1alpha1")
@Kind("McpUser")
@Plural("mcpusers")
@Singular("mcpuser")
@ShortNames("mcpu")
@Categories("gatehouse")
@SuppressWarnings("serial")
public final class McpUserResource extends StoredObject<McpUserSpec, McpUserStatus> {

    public McpUserResource() {
        super(McpUserSpec.class, McpUserStatus.class);
    }
}
