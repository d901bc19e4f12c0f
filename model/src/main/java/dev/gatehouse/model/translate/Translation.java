package dev.gatehouse.model.translate;

import dev.gatehouse.model.access.AccessConfig;
import java.util.List;

/** What a world means: the configuration to enforce, and the findings, sorted by resource. */
public record Translation(AccessConfig config, List<Finding> findings) {}
