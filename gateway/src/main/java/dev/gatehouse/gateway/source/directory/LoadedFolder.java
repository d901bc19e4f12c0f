package dev.gatehouse.gateway.source.directory;

import dev.gatehouse.model.access.AccessConfig;
import java.util.List;

/**
 * What a folder means.
 *
 * @param objects how many stand in it, refused ones left out
 * @param findings sorted by place
 */
public record LoadedFolder(AccessConfig config, int objects, List<LocatedFinding> findings) {

    public LoadedFolder {
        findings = List.copyOf(findings);
    }

    public long errors() {
        return findings.stream().filter(LocatedFinding::error).count();
    }

    public long warnings() {
        return findings.size() - errors();
    }
}
