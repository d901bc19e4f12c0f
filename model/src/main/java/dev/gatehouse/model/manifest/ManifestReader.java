package dev.gatehouse.model.manifest;

import dev.gatehouse.model.resource.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.reader.ReaderException;

/**
 * Reads the text of one manifest file: several documents, {@code kind: List}, {@code ${VARIABLE}} in string values.
 *
 * <p>A file that is not YAML, or exceeds a bound ({@value YamlDocuments#MAX_CHARACTERS} characters, depth, number of
 * nodes with aliases counted at every use), gives no object at all: the last good version of it must not keep alive what
 * the new one was meant to revoke. An object that is wrong is refused alone. Stateless apart from the environment.
 */
public final class ManifestReader {

    private final Variables variables;

    /** Takes a look-up that gives null for a variable that is not set. */
    public ManifestReader(Function<String, @Nullable String> environment) {
        this.variables = new Variables(environment);
    }

    /** Reads {@code yaml}; {@code file} is only what findings call the place. */
    public Manifest read(String file, String yaml) {
        List<Node> documents;
        try {
            documents = YamlDocuments.parse(yaml);
        } catch (MarkedYAMLException e) {
            return refused(DocumentScope.locationOf(file, e.getProblemMark()), "is not YAML: " + e.getProblem());
        } catch (ReaderException e) {
            return refused(locationAt(file, yaml, e.getPosition()), "holds a character that YAML does not allow");
        } catch (YAMLException e) {
            return refused(new Location(file, 1, 1), "is refused: " + e.getMessage());
        }
        var resources = new ArrayList<LocatedResource>();
        var findings = new ArrayList<ManifestFinding>();
        for (Node document : documents) {
            if (!document.getTag().equals(Tag.NULL)) {
                readObject(file, document, resources, findings);
            }
        }
        return new Manifest(file, resources, findings);
    }

    private void readObject(String file, Node node, List<LocatedResource> resources, List<ManifestFinding> findings) {
        var scope = new DocumentScope(file, variables);
        List<Node> items = ObjectReader.itemsOfList(node, scope);
        if (items != null) {
            findings.addAll(scope.findings());
            items.forEach(item -> readObject(file, item, resources, findings));
            return;
        }
        Resource resource = ObjectReader.read(new YamlValue(node, "", scope));
        findings.addAll(scope.findings());
        if (resource != null && !scope.hasErrors()) {
            resources.add(new LocatedResource(resource, scope.locationOf(node)));
        }
    }

    private static Manifest refused(Location at, String what) {
        String sentence = at.file() + " " + what + "; none of its objects is taken until it is put right.";
        return new Manifest(
                at.file(),
                List.of(),
                List.of(new ManifestFinding(at, null, ManifestProblem.UNREADABLE_FILE, sentence)));
    }

    private static Location locationAt(String file, String text, int position) {
        int line = 1;
        int start = 0;
        for (int i = 0; i < Math.min(position, text.length()); i++) {
            if (text.charAt(i) == '\n') {
                line++;
                start = i + 1;
            }
        }
        return new Location(file, line, Math.max(1, position - start + 1));
    }
}
