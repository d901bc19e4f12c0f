package dev.gatehouse.model.manifest;

import dev.gatehouse.model.resource.ExternalRef;
import dev.gatehouse.model.resource.Kind;
import dev.gatehouse.model.resource.McpClient;
import dev.gatehouse.model.resource.McpUser;
import dev.gatehouse.model.resource.Resource;
import dev.gatehouse.model.resource.ResourceKey;
import dev.gatehouse.model.resource.SecretValue;
import dev.gatehouse.model.resource.TokenSource;
import dev.gatehouse.model.resource.World;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Several manifests taken together. An object that stands in them twice is refused in both places, as nothing says which
 * one is meant.
 *
 * @param resources sorted by key, which is unique
 * @param findings of all files, sorted by place
 */
public record ManifestSet(List<LocatedResource> resources, List<ManifestFinding> findings) {

    private static final Comparator<LocatedResource> BY_KEY =
            Comparator.comparing(LocatedResource::resource, Resource.BY_KEY);

    public ManifestSet {
        resources = List.copyOf(resources);
        findings = List.copyOf(findings);
    }

    /** Merges manifests in any order. */
    public static ManifestSet of(Iterable<Manifest> manifests) {
        var all = new ArrayList<LocatedResource>();
        var findings = new ArrayList<ManifestFinding>();
        for (Manifest manifest : manifests) {
            all.addAll(manifest.resources());
            findings.addAll(manifest.findings());
        }
        all.sort(BY_KEY);
        List<LocatedResource> unique = withoutDuplicates(all, findings);
        findings.sort(ManifestFinding.ORDER);
        return new ManifestSet(unique, findings);
    }

    /** The world that the manifests describe, given what their external references hold. */
    public World world(Map<ExternalRef, SecretValue> externals) {
        return World.of(resources.stream().map(LocatedResource::resource).toList(), externals);
    }

    /** The files and variables that tokens come from: whoever makes the world reads them first. */
    public Set<ExternalRef> externals() {
        var refs = new LinkedHashSet<ExternalRef>();
        for (LocatedResource located : resources) {
            if (located.resource() instanceof McpClient client) {
                client.spec().tokens().forEach(token -> addExternals(token, refs));
            } else if (located.resource() instanceof McpUser user) {
                user.spec().tokens().forEach(token -> addExternals(token, refs));
            }
        }
        return Collections.unmodifiableSet(refs);
    }

    /** Where the object stands, by binary search. */
    public Optional<Location> locationOf(ResourceKey key) {
        int low = 0;
        int high = resources.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            LocatedResource candidate = resources.get(middle);
            int order = candidate.resource().key().compareTo(key);
            if (order == 0) {
                return Optional.of(candidate.location());
            }
            low = order < 0 ? middle + 1 : low;
            high = order < 0 ? high : middle - 1;
        }
        return Optional.empty();
    }

    private static void addExternals(TokenSource token, Set<ExternalRef> refs) {
        if (token.file() != null) {
            refs.add(new ExternalRef.File(token.file()));
        }
        if (token.env() != null) {
            refs.add(new ExternalRef.Env(token.env()));
        }
    }

    private static List<LocatedResource> withoutDuplicates(
            List<LocatedResource> sorted, List<ManifestFinding> findings) {
        var unique = new ArrayList<LocatedResource>(sorted.size());
        int from = 0;
        while (from < sorted.size()) {
            int to = from + 1;
            while (to < sorted.size() && BY_KEY.compare(sorted.get(from), sorted.get(to)) == 0) {
                to++;
            }
            if (to == from + 1) {
                unique.add(sorted.get(from));
            } else {
                report(sorted.subList(from, to), findings);
            }
            from = to;
        }
        return unique;
    }

    private static void report(List<LocatedResource> same, List<ManifestFinding> findings) {
        List<LocatedResource> byPlace = same.stream()
                .sorted(Comparator.comparing(LocatedResource::location))
                .toList();
        for (int i = 0; i < byPlace.size(); i++) {
            LocatedResource one = byPlace.get(i);
            LocatedResource other = byPlace.get(i == 0 ? 1 : 0);
            ResourceKey key = one.resource().key();
            String also = key.kind() == Kind.NAMESPACE ? "namespace " + key.name() : key.toString();
            findings.add(new ManifestFinding(
                    one.location(),
                    key,
                    ManifestProblem.DEFINED_TWICE,
                    also + " is also defined at " + other.location() + "; both are refused until one of them goes."));
        }
    }
}
