package dev.gatehouse.gateway.cli.manifest;

import dev.gatehouse.model.manifest.LocatedResource;
import dev.gatehouse.model.manifest.Manifest;
import dev.gatehouse.model.manifest.ManifestFinding;
import dev.gatehouse.model.manifest.ManifestReader;
import dev.gatehouse.model.manifest.ManifestSet;
import dev.gatehouse.model.resource.ExternalRef;
import dev.gatehouse.model.resource.Resource;
import dev.gatehouse.model.resource.SecretValue;
import dev.gatehouse.model.translate.Finding;
import dev.gatehouse.model.translate.Translator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a gateway or operator will say about objects that are only just made. Commands ask before they write anything, so
 * that the rules for names, tokens and URLs stand in one place, and so that what is on the disk is what was meant.
 *
 * @param malformed what does not even read as an object
 * @param findings what the translation says
 */
public record ReadBack(List<ManifestFinding> malformed, List<Finding> findings) {

    public ReadBack {
        malformed = List.copyOf(malformed);
        findings = List.copyOf(findings);
    }

    /**
     * Writes, reads and translates {@code resources}.
     *
     * @param externals what the files and variables hold that their tokens come from
     * @throws IllegalStateException if something else is read than was written, which is a bug
     */
    public static ReadBack of(
            List<Resource> resources, IntendedReader target, Map<ExternalRef, SecretValue> externals) {
        // Whoever reads YAML here replaces variables, and so this is the folder's spelling also for a cluster.
        var yaml = new ManifestYaml(IntendedReader.DIRECTORY);
        var reader = new ManifestReader(name -> null);
        var manifests = new ArrayList<Manifest>();
        for (Resource resource : resources) {
            Manifest manifest = reader.read(ManifestPath.of(resource), yaml.document(resource));
            if (manifest.findings().isEmpty() && !says(manifest, resource)) {
                throw new IllegalStateException(resource.key() + " would be read as something else than was meant");
            }
            manifests.add(manifest);
        }
        ManifestSet all = ManifestSet.of(manifests);
        var translation = new Translator(target.environment()).translate(all.world(externals));
        return new ReadBack(all.findings(), translation.findings());
    }

    private static boolean says(Manifest manifest, Resource resource) {
        return manifest.resources().stream()
                .map(LocatedResource::resource)
                .toList()
                .equals(List.of(resource));
    }
}
