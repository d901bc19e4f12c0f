package dev.gatehouse.model.manifest;

import java.util.List;

/**
 * What one file says: its objects in the order of the text, and what is wrong with it. Reading the same text in the same
 * environment again gives an equal one, so whoever keeps the instance of an unchanged file keeps the identity of its
 * objects, which spares the translation work.
 */
public record Manifest(String file, List<LocatedResource> resources, List<ManifestFinding> findings) {

    public Manifest {
        resources = List.copyOf(resources);
        findings = List.copyOf(findings);
    }
}
