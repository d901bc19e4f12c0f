package dev.gatehouse.model.manifest;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** The documents of a YAML text as trees that know their lines, within bounds. No object of any class is ever made. */
final class YamlDocuments {

    static final int MAX_CHARACTERS = 4 << 20;
    static final int MAX_DEPTH = 32;
    static final int MAX_NODES = 1_000_000;
    static final int MAX_ALIASES = 100;

    private int nodes;

    private YamlDocuments() {}

    /**
     * Parses {@code yaml}.
     *
     * @throws YAMLException if it is no YAML or exceeds a bound
     */
    static List<Node> parse(String yaml) {
        if (yaml.length() > MAX_CHARACTERS) {
            throw new YAMLException("it has more than " + MAX_CHARACTERS + " characters; split it");
        }
        var options = new LoaderOptions();
        options.setCodePointLimit(MAX_CHARACTERS);
        options.setNestingDepthLimit(MAX_DEPTH);
        options.setMaxAliasesForCollections(MAX_ALIASES);
        var documents = new ArrayList<Node>();
        var bounds = new YamlDocuments();
        for (Node document : new Yaml(options).composeAll(new StringReader(yaml))) {
            bounds.check(document, 0);
            documents.add(document);
        }
        return documents;
    }

    /** Walks aliases as often as they are used: so do those who read the tree. */
    private void check(Node node, int depth) {
        if (++nodes > MAX_NODES) {
            throw new YAMLException("it unfolds to more than " + MAX_NODES + " values");
        }
        if (depth > MAX_DEPTH) {
            throw new YAMLException("it is nested deeper than " + MAX_DEPTH + " levels");
        }
        if (node instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                check(tuple.getKeyNode(), depth + 1);
                check(tuple.getValueNode(), depth + 1);
            }
        } else if (node instanceof SequenceNode sequence) {
            for (Node item : sequence.getValue()) {
                check(item, depth + 1);
            }
        }
    }
}
