package dev.gatehouse.gateway.source.directory;

import dev.gatehouse.model.manifest.LocatedResource;
import dev.gatehouse.model.manifest.ManifestSet;
import dev.gatehouse.model.resource.ExternalRef;
import dev.gatehouse.model.resource.Resource;
import dev.gatehouse.model.resource.SecretValue;
import dev.gatehouse.model.resource.World;
import dev.gatehouse.model.rights.AssumedSecrets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What to think of Secrets, variables and token files that are not where the manifests are read. */
public enum MissingSecrets {
    /** They are findings. A gateway knows no other way. */
    REPORTED,
    /** They are somewhere else, as in a pipeline that judges a change: stand-ins take their place. */
    ASSUMED;

    @Nullable
    String variable(Map<String, String> environment, String name) {
        String value = environment.get(name);
        return value == null && this == ASSUMED ? AssumedSecrets.value("variable " + name) : value;
    }

    World complete(ManifestSet manifests, Map<ExternalRef, SecretValue> externals) {
        if (this == REPORTED) {
            return manifests.world(externals);
        }
        var values = new HashMap<>(externals);
        manifests
                .externals()
                .forEach(ref ->
                        values.computeIfAbsent(ref, absent -> SecretValue.of(AssumedSecrets.value(absent.toString()))));
        List<Resource> resources = new ArrayList<>(
                manifests.resources().stream().map(LocatedResource::resource).toList());
        resources.addAll(AssumedSecrets.missing(resources));
        return World.of(resources, values);
    }
}
