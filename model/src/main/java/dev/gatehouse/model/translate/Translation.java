package dev.gatehouse.model.translate;

import dev.gatehouse.model.access.AccessConfig;
import java.util.List;

/**
 * What a world means: the configuration to enforce, and the findings, sorted by resource.
 *
 * @param bugs what judging threw that this translator has not handed out before
 */
public record Translation(AccessConfig config, List<Finding> findings, List<Bug> bugs) {

    public Translation {
        findings = List.copyOf(findings);
        bugs = List.copyOf(bugs);
    }
}
