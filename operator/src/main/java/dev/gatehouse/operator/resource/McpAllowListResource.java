package dev.gatehouse.operator.resource;

import dev.gatehouse.model.resource.McpAllowListSpec;
import dev.gatehouse.model.resource.status.McpAllowListStatus;
import io.fabric8.kubernetes.model.annotation.Categories;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.fabric8.kubernetes.model.annotation.Singular;
import io.fabric8.kubernetes.model.annotation.Version;

/** {@link McpAllowListSpec} and {@link McpAllowListStatus} as a custom resource. */
@Group("gatehouse.dev")
@Version("v1alpha1")
@Kind("McpAllowList")
@Plural("mcpallowlists")
@Singular("mcpallowlist")
@ShortNames("mcpal")
@Categories("gatehouse")
@SuppressWarnings("serial")
public final class McpAllowListResource extends StoredObject<McpAllowListSpec, McpAllowListStatus> {

    public McpAllowListResource() {
        super(McpAllowListSpec.class, McpAllowListStatus.class);
    }
}
