package dev.gatehouse.gateway.source.directory;

import dev.gatehouse.gateway.LogKeys;
import dev.gatehouse.gateway.source.directory.FolderWatch.Changes;
import dev.gatehouse.model.manifest.Location;
import dev.gatehouse.model.manifest.ManifestReader;
import dev.gatehouse.model.manifest.ManifestSet;
import dev.gatehouse.model.resource.World;
import dev.gatehouse.model.translate.Bug;
import dev.gatehouse.model.translate.Environment;
import dev.gatehouse.model.translate.Finding;
import dev.gatehouse.model.translate.Translation;
import dev.gatehouse.model.translate.Translator;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder from files to meaning, without a thread: what is on disk is read on {@link #rescan} and {@link #refresh}, what it means is told by
 * {@link #translate}. Used by one thread.
 */
public final class ManifestFolder {

    private static final Logger LOG = LoggerFactory.getLogger(ManifestFolder.class);

    private final MissingSecrets missing;
    private final ManifestFiles files;
    private final ExternalTokens tokens;
    private final MergedManifests merged = new MergedManifests();
    private Translator translator = new Translator(Environment.DIRECTORY);
    private Set<Path> tokenFolders = Set.of();
    private boolean tokensChanged;
    private boolean newTokens;

    /** Reads nothing yet. */
    public ManifestFolder(Path root, Map<String, String> environment, Clock clock) {
        this(root, environment, clock, MissingSecrets.REPORTED);
    }

    private ManifestFolder(Path root, Map<String, String> environment, Clock clock, MissingSecrets missing) {
        Path folder = root.toAbsolutePath().normalize();
        this.missing = missing;
        this.files = new ManifestFiles(
                folder, new ManifestFile(new ManifestReader(name -> missing.variable(environment, name)), clock));
        this.tokens = new ExternalTokens(folder, environment, clock);
    }

    /** Reads the folder once, with its secrets, as {@link #load(Path, Map, Clock, MissingSecrets)} does. */
    public static LoadedFolder load(Path root, Map<String, String> environment, Clock clock) {
        return load(root, environment, clock, MissingSecrets.REPORTED);
    }

    /** Reads the folder once and says what it means, with the line of every field that is wrong, for those who do not stay. */
    public static LoadedFolder load(Path root, Map<String, String> environment, Clock clock, MissingSecrets missing) {
        var folder = new ManifestFolder(root, environment, clock, missing);
        folder.rescan(path -> {});
        return new FindingPlaces(root).refine(folder.translate());
    }

    /** Compares everything with what was read. Returns the folders in which a change may show. */
    Set<Path> rescan(Consumer<Path> beforeListing) {
        var watched = new TreeSet<>(files.rescan(beforeListing));
        tokens.require(merged.of(files.manifests()).externals());
        tokenFolders = tokens.folders();
        tokenFolders.forEach(beforeListing);
        tokensChanged |= tokens.recheck();
        watched.addAll(tokenFolders);
        return watched;
    }

    /** Reads the touched files again. False: the changes take a {@link #rescan}. */
    boolean refresh(Changes changes) {
        if (changes.everything()) {
            return false;
        }
        boolean byTokens = false;
        for (Path path : changes.touched()) {
            if (!files.refresh(path)) {
                return false;
            }
            byTokens |= path.getParent() != null && tokenFolders.contains(path.getParent());
        }
        tokensChanged |= byTokens && tokens.recheck();
        return true;
    }

    /** Whether something looks as if it were being written just now. */
    boolean isDoubtful() {
        return files.isDoubtful();
    }

    /** Whether anything is other than at the last call. */
    boolean takeChanged() {
        boolean byFiles = files.takeChanged();
        boolean byTokens = tokensChanged;
        tokensChanged = false;
        return byFiles || byTokens;
    }

    /** Whether tokens stand in places that the last {@link #rescan} did not name. */
    boolean hasNewTokens() {
        return newTokens;
    }

    LoadedFolder translate() {
        ManifestSet manifests = merged.of(files.manifests());
        newTokens = tokens.require(manifests.externals());
        World world = missing.complete(manifests, tokens.values());
        Translation translation = translate(world);
        var findings = new ArrayList<LocatedFinding>();
        manifests.findings().forEach(finding -> findings.add(LocatedFinding.of(finding)));
        for (Finding finding : translation.findings()) {
            Location unknown = new Location("", 1, 1);
            findings.add(LocatedFinding.of(
                    finding, manifests.locationOf(finding.resource()).orElse(unknown)));
        }
        findings.sort(LocatedFinding.ORDER);
        return new LoadedFolder(translation.config(), manifests, world, findings);
    }

    /** A translator that has failed half-way may remember half a world, so the next time begins anew. */
    private Translation translate(World world) {
        var current = translator;
        translator = new Translator(Environment.DIRECTORY);
        Translation translation = current.translate(world);
        translation.bugs().forEach(ManifestFolder::log);
        translator = current;
        return translation;
    }

    private static void log(Bug bug) {
        LOG.atError()
                .addKeyValue(LogKeys.RESOURCE, bug.resource())
                .setCause(bug.thrown())
                .log("An object could not be judged; it is refused, and nothing else is affected. Please report this");
    }
}
