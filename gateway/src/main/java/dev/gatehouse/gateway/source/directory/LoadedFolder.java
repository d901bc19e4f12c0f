package dev.gatehouse.gateway.source.directory;

import dev.gatehouse.model.access.AccessConfig;
import dev.gatehouse.model.manifest.ManifestSet;
import dev.gatehouse.model.resource.World;
import dev.gatehouse.model.rights.AccessView;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * What a folder means.
 *
 * @param manifests what stands in it, refused objects left out
 * @param world the same with what its external references hold
 * @param findings sorted by place
 */
public record LoadedFolder(AccessConfig config, ManifestSet manifests, World world, List<LocatedFinding> findings) {

    public LoadedFolder {
        findings = List.copyOf(findings);
    }

    public int objects() {
        return manifests.resources().size();
    }

    /** To ask about rights. */
    public AccessView view() {
        var invalid = findings.stream()
                .filter(LocatedFinding::refusesAll)
                .map(LocatedFinding::resource)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return new AccessView(world, config, invalid);
    }

    public long errors() {
        return findings.stream().filter(LocatedFinding::error).count();
    }

    public long warnings() {
        return findings.size() - errors();
    }
}
