package dev.gatehouse.gateway.source.directory;

import dev.gatehouse.model.manifest.LocatedResource;
import dev.gatehouse.model.manifest.Manifest;
import dev.gatehouse.model.manifest.ManifestFinding;
import dev.gatehouse.model.manifest.ManifestSet;
import dev.gatehouse.model.resource.Resource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All manifests as one set. After a change of a few files among many it merges the changed objects into the set of the
 * last time, in one walk, instead of sorting everything again. The result is the same; where objects are defined twice,
 * which needs a look at all of them, it is made from scratch. Used by one thread.
 */
final class MergedManifests {

    private static final Comparator<LocatedResource> BY_KEY =
            Comparator.comparing(LocatedResource::resource, Resource.BY_KEY);

    private Set<Manifest> known = identities(List.of());
    private @Nullable ManifestSet last;

    /** The set of {@code manifests}, whose instances tell whether they have changed. */
    ManifestSet of(Collection<Manifest> manifests) {
        Set<Manifest> now = identities(manifests);
        ManifestSet merged = last == null ? null : merged(last, now);
        ManifestSet result = merged == null ? ManifestSet.of(manifests) : merged;
        boolean unique = result.resources().size() == count(manifests);
        last = unique ? result : null;
        known = now;
        return result;
    }

    private @Nullable ManifestSet merged(ManifestSet before, Set<Manifest> now) {
        Set<LocatedResource> gone = Collections.newSetFromMap(new IdentityHashMap<>());
        known.stream().filter(manifest -> !now.contains(manifest)).forEach(old -> gone.addAll(old.resources()));
        var fresh = new ArrayList<LocatedResource>();
        now.stream().filter(manifest -> !known.contains(manifest)).forEach(one -> fresh.addAll(one.resources()));
        fresh.sort(BY_KEY);
        List<LocatedResource> resources = merge(before.resources(), gone, fresh);
        if (resources == null) {
            return null;
        }
        var findings = new ArrayList<ManifestFinding>();
        now.forEach(manifest -> findings.addAll(manifest.findings()));
        findings.sort(Comparator.comparing(ManifestFinding::location).thenComparing(ManifestFinding::message));
        return new ManifestSet(resources, findings);
    }

    /** Absent: an object would stand in it twice. */
    private static @Nullable List<LocatedResource> merge(
            List<LocatedResource> sorted, Set<LocatedResource> gone, List<LocatedResource> fresh) {
        var merged = new ArrayList<LocatedResource>(sorted.size() + fresh.size());
        int next = 0;
        for (LocatedResource old : sorted) {
            if (!gone.isEmpty() && gone.contains(old)) {
                continue;
            }
            while (next < fresh.size() && BY_KEY.compare(fresh.get(next), old) < 0) {
                merged.add(fresh.get(next++));
            }
            if (next < fresh.size() && BY_KEY.compare(fresh.get(next), old) == 0) {
                return null;
            }
            merged.add(old);
        }
        merged.addAll(fresh.subList(next, fresh.size()));
        for (int i = 1; i < fresh.size(); i++) {
            if (BY_KEY.compare(fresh.get(i - 1), fresh.get(i)) == 0) {
                return null;
            }
        }
        return merged;
    }

    private static Set<Manifest> identities(Collection<Manifest> manifests) {
        Set<Manifest> identities = Collections.newSetFromMap(new IdentityHashMap<>(manifests.size() + 1));
        identities.addAll(manifests);
        return identities;
    }

    private static long count(Collection<Manifest> manifests) {
        return manifests.stream()
                .mapToLong(manifest -> manifest.resources().size())
                .sum();
    }
}
