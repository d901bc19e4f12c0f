package dev.gatehouse.model.manifest;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Tells where the fields of a file's objects stand, from the file's text read once more: findings are few and objects many,
 * so that nobody keeps the places of all fields in memory. Bounded as {@link ManifestReader} is.
 */
public final class FieldLocator {

    private static final Pattern STEP = Pattern.compile("\\[([0-9]{1,9})]|[^.\\[\\]]+");

    private final String file;
    private final List<Node> documents;

    private FieldLocator(String file, List<Node> documents) {
        this.file = file;
        this.documents = documents;
    }

    /** Takes the text that the objects were read from. One that is no YAML any more leads nowhere. */
    public static FieldLocator of(String file, String yaml) {
        try {
            return new FieldLocator(file, YamlDocuments.parse(yaml));
        } catch (YAMLException e) {
            return new FieldLocator(file, List.of());
        }
    }

    /**
     * Where the field at {@code path} of an object stands: the line of its name, or of the list's item. A field that is not
     * there stands where the one that should hold it does.
     *
     * @param object where the object begins; the answer if no object begins there in this text
     * @param path such as {@code spec.tokens[1].secretRef}, empty for the object as a whole
     */
    public Location locate(Location object, String path) {
        Node begin = objectAt(object);
        if (begin == null) {
            return object;
        }
        Node value = begin;
        Location found = object;
        for (String step : STEP.matcher(path).results().map(MatchResult::group).toList()) {
            Place next = step.startsWith("[") ? item(value, step) : field(value, step);
            if (next == null) {
                return found;
            }
            found = DocumentScope.locationOf(file, next.mark().getStartMark());
            value = next.value();
        }
        return found;
    }

    /** What a person looks at, and what further steps lead on from. */
    private record Place(Node mark, Node value) {}

    /** Objects are documents, or items of a list that is one. */
    private @Nullable Node objectAt(Location object) {
        Deque<Node> candidates = new ArrayDeque<>(documents);
        while (!candidates.isEmpty()) {
            Node candidate = candidates.pop();
            if (DocumentScope.locationOf(file, candidate.getStartMark()).equals(object)
                    && !(candidate instanceof SequenceNode)
                    && !isList(candidate)) {
                return candidate;
            }
            Place items = isList(candidate) ? field(candidate, "items") : null;
            if (items != null && items.value() instanceof SequenceNode sequence) {
                candidates.addAll(sequence.getValue());
            }
        }
        return null;
    }

    private static boolean isList(Node node) {
        Place kind = field(node, "kind");
        return kind != null
                && kind.value() instanceof ScalarNode scalar
                && scalar.getValue().equals("List");
    }

    private static @Nullable Place field(Node node, String name) {
        if (node instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                if (tuple.getKeyNode() instanceof ScalarNode key
                        && key.getValue().equals(name)) {
                    return new Place(key, tuple.getValueNode());
                }
            }
        }
        return null;
    }

    private static @Nullable Place item(Node node, String step) {
        int index = Integer.parseInt(step.substring(1, step.length() - 1));
        if (node instanceof SequenceNode sequence && index < sequence.getValue().size()) {
            Node item = sequence.getValue().get(index);
            return new Place(item, item);
        }
        return null;
    }
}
