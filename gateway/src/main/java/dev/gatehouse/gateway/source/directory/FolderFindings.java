package dev.gatehouse.gateway.source.directory;

import dev.gatehouse.gateway.source.FindingsSource;
import dev.gatehouse.gateway.source.SourceFinding;
import dev.gatehouse.model.access.OfferedNames;
import dev.gatehouse.model.access.ServerId;
import dev.gatehouse.model.manifest.Location;
import dev.gatehouse.model.resource.ResourceKey;
import dev.gatehouse.model.rights.RuleHolder;
import dev.gatehouse.model.rights.UnmatchedPattern;
import dev.gatehouse.model.rights.UnmatchedPatterns;
import dev.gatehouse.model.translate.Reason;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The findings on a folder, the patterns of its rules that match nothing of what upstreams were found to offer, and what else
 * was found out about upstreams. The latter are looked for when somebody asks: what upstreams offer changes without the folder.
 */
public final class FolderFindings implements FindingsSource {

    private static final Location NOWHERE = new Location("", 1, 1);

    private final DirectorySource folder;
    private final Function<ServerId, @Nullable OfferedNames> offered;
    private final FindingsSource upstreams;

    /**
     * @param offered what a server was found to offer; null where that is not known
     * @param upstreams findings on servers, which know no file
     */
    public FolderFindings(
            DirectorySource folder, Function<ServerId, @Nullable OfferedNames> offered, FindingsSource upstreams) {
        this.folder = folder;
        this.offered = offered;
        this.upstreams = upstreams;
    }

    @Override
    public List<SourceFinding> findings() {
        LoadedFolder loaded = folder.inForce();
        if (loaded == null) {
            return folder.findings();
        }
        var all = new ArrayList<>(loaded.findings());
        all.addAll(unmatched(loaded));
        upstreams.findings().forEach(finding -> all.add(located(loaded, finding)));
        all.sort(LocatedFinding.ORDER);
        return all.stream().map(LocatedFinding::reported).toList();
    }

    private List<LocatedFinding> unmatched(LoadedFolder loaded) {
        Map<ResourceKey, List<LocatedFinding>> known = new HashMap<>();
        for (LocatedFinding finding : loaded.findings()) {
            if (finding.resource() != null) {
                known.computeIfAbsent(finding.resource(), _ -> new ArrayList<>())
                        .add(finding);
            }
        }
        var found = new ArrayList<LocatedFinding>();
        RuleHolder.in(loaded.world()).forEach(holder -> {
            ResourceKey key = holder.object().key();
            List<UnmatchedPattern> patterns = unmatched(holder, known.getOrDefault(key, List.of()));
            if (!patterns.isEmpty()) {
                Location at = place(loaded, key);
                patterns.forEach(pattern -> found.add(
                        new LocatedFinding(at, false, Reason.WARNING.text(), key, pattern.path(), pattern.message())));
            }
        });
        return found;
    }

    private static LocatedFinding located(LoadedFolder loaded, SourceFinding finding) {
        Location at = finding.resource() == null ? NOWHERE : place(loaded, finding.resource());
        return new LocatedFinding(
                at, finding.error(), finding.reason(), finding.resource(), finding.path(), finding.message());
    }

    private static Location place(LoadedFolder loaded, ResourceKey key) {
        return loaded.manifests().locationOf(key).orElse(NOWHERE);
    }

    private List<UnmatchedPattern> unmatched(RuleHolder holder, List<LocatedFinding> known) {
        if (known.stream().anyMatch(LocatedFinding::refusesAll)) {
            return List.of();
        }
        var said = new UnmatchedPatterns.Said(
                paths(known, LocatedFinding::error), paths(known, finding -> !finding.error()));
        return UnmatchedPatterns.of(holder, said, offered).stream()
                .filter(UnmatchedPattern::certain)
                .toList();
    }

    private static Set<String> paths(List<LocatedFinding> findings, Predicate<LocatedFinding> wanted) {
        return findings.stream().filter(wanted).map(LocatedFinding::path).collect(Collectors.toSet());
    }
}
