package dev.gatehouse.gateway.cli.manifest;

import dev.gatehouse.model.access.MintedToken;
import dev.gatehouse.model.manifest.ManifestFinding;
import dev.gatehouse.model.resource.ExternalRef;
import dev.gatehouse.model.resource.Resource;
import dev.gatehouse.model.resource.ResourceKey;
import dev.gatehouse.model.resource.SecretValue;
import dev.gatehouse.model.translate.Finding;
import dev.gatehouse.model.translate.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Objects that a command has made, before anything is written.
 *
 * @param externals what the files and variables hold that tokens come from
 * @param origins the file that an object was made from, where there is one
 * @param remarks what the command itself has to say
 * @param looseTokens tokens that stand in none of the objects, to be shown once and nowhere else
 */
public record MadeObjects(
        List<Resource> resources,
        Map<ExternalRef, SecretValue> externals,
        Map<ResourceKey, String> origins,
        List<Remark> remarks,
        List<MintedToken> looseTokens) {

    /** Servers may well be declared elsewhere, where this command does not look. */
    private static final Set<Reason> EXPECTED = Set.of(Reason.SERVER_NOT_FOUND, Reason.REF_NOT_PERMITTED);

    public MadeObjects {
        resources = List.copyOf(resources);
        externals = Map.copyOf(externals);
        origins = Map.copyOf(origins);
        remarks = List.copyOf(remarks);
        looseTokens = List.copyOf(looseTokens);
    }

    /** The same with what the gateway or operator will object to. */
    public MadeObjects judgedFor(IntendedReader target) {
        var all = new ArrayList<>(remarks);
        ReadBack readBack = ReadBack.of(resources, target, externals);
        for (ManifestFinding finding : readBack.malformed()) {
            all.add(new Remark(
                    finding.isError(),
                    place(finding.resource(), finding.location().file()),
                    finding.message()));
        }
        for (Finding finding : readBack.findings()) {
            if (!EXPECTED.contains(finding.reason())) {
                all.add(new Remark(finding.isError(), place(finding.resource(), ""), finding.message()));
            }
        }
        return new MadeObjects(resources, externals, origins, all, looseTokens);
    }

    public boolean isRefused() {
        return remarks.stream().anyMatch(Remark::error);
    }

    private String place(@Nullable ResourceKey key, String otherwise) {
        if (key == null) {
            return otherwise;
        }
        String origin = origins.get(key);
        return origin == null ? key.toString() : origin + ": " + key;
    }
}
