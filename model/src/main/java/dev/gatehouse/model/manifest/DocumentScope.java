package dev.gatehouse.model.manifest;

import dev.gatehouse.model.resource.ResourceKey;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.Node;

/** Collects what is wrong with one object while it is read. Not thread-safe. */
final class DocumentScope {

    private final String file;
    private final Variables variables;
    private final List<Draft> drafts = new ArrayList<>();
    private @Nullable ResourceKey resource;

    DocumentScope(String file, Variables variables) {
        this.file = file;
        this.variables = variables;
    }

    private record Draft(Location location, ManifestProblem problem, String message) {}

    Variables variables() {
        return variables;
    }

    /** Says which object the findings, also the earlier ones, are about. */
    void identify(ResourceKey key) {
        resource = key;
    }

    void report(Node node, ManifestProblem problem, String message) {
        drafts.add(new Draft(locationOf(node), problem, message));
    }

    Location locationOf(Node node) {
        return locationOf(file, node.getStartMark());
    }

    static Location locationOf(String file, @Nullable Mark mark) {
        return mark == null ? new Location(file, 1, 1) : new Location(file, mark.getLine() + 1, mark.getColumn() + 1);
    }

    boolean hasErrors() {
        return drafts.stream().anyMatch(draft -> draft.problem().isError());
    }

    List<ManifestFinding> findings() {
        return drafts.stream()
                .map(draft -> new ManifestFinding(draft.location(), resource, draft.problem(), draft.message()))
                .toList();
    }
}
