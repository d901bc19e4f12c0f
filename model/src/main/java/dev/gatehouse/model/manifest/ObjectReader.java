package dev.gatehouse.model.manifest;

import dev.gatehouse.model.resource.Kind;
import dev.gatehouse.model.resource.McpAllowList;
import dev.gatehouse.model.resource.McpClient;
import dev.gatehouse.model.resource.McpGateway;
import dev.gatehouse.model.resource.McpServer;
import dev.gatehouse.model.resource.McpUser;
import dev.gatehouse.model.resource.Namespace;
import dev.gatehouse.model.resource.ObjectMeta;
import dev.gatehouse.model.resource.Resource;
import dev.gatehouse.model.resource.ResourceKey;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads one object by its {@code apiVersion} and {@code kind}. */
final class ObjectReader {

    private static final String GROUP = "gatehouse.dev/";

    private ObjectReader() {}

    /** The items of a {@code v1 List}; null if the document is something else. */
    static @Nullable List<Node> itemsOfList(Node node, DocumentScope scope) {
        if (!"List".equals(scalarField(node, "kind")) || !"v1".equals(scalarField(node, "apiVersion"))) {
            return null;
        }
        for (NodeTuple tuple : ((MappingNode) node).getValue()) {
            if (isNamed(tuple, "items") && tuple.getValueNode() instanceof SequenceNode items) {
                return items.getValue();
            }
        }
        scope.report(node, ManifestProblem.NOT_AN_OBJECT, "A List needs items, a list of objects.");
        return List.of();
    }

    /** Null when the object is foreign or its kind cannot be told; other mistakes are in the scope. */
    static @Nullable Resource read(YamlValue document) {
        if (!(document.node() instanceof MappingNode mapping)) {
            document.scope()
                    .report(
                            document.node(),
                            ManifestProblem.NOT_AN_OBJECT,
                            "A document must be an object with apiVersion, kind and metadata.");
            return null;
        }
        Fields fields = Fields.of(mapping, "", document.scope());
        String apiVersion = fields.requiredText("apiVersion");
        String kindName = fields.requiredText("kind");
        if (apiVersion.isEmpty() || kindName.isEmpty()) {
            return null;
        }
        Optional<Kind> kind =
                Kind.ofManifestName(kindName).filter(known -> known.apiVersion().equals(apiVersion));
        if (kind.isEmpty()) {
            reportUnknownKind(document, apiVersion, kindName);
            return null;
        }
        fields.ignore("status");
        ObjectMeta metadata = MetadataReader.read(fields, kind.get(), document.scope());
        if (metadata == null) {
            return null;
        }
        Resource resource = read(kind.get(), metadata, fields);
        fields.reportUnknown();
        return resource;
    }

    private static @Nullable Resource read(Kind kind, ObjectMeta metadata, Fields fields) {
        return switch (kind) {
            case MCP_SERVER -> spec(fields, ServerReader::spec, spec -> new McpServer(metadata, spec));
            case MCP_ALLOW_LIST -> spec(fields, RuleReader::allowList, spec -> new McpAllowList(metadata, spec));
            case MCP_CLIENT -> spec(fields, PrincipalReader::client, spec -> new McpClient(metadata, spec));
            case MCP_USER -> spec(fields, PrincipalReader::user, spec -> new McpUser(metadata, spec));
            case MCP_GATEWAY -> spec(fields, GatewayReader::spec, spec -> new McpGateway(metadata, spec));
            case SECRET -> SecretReader.read(metadata, fields);
            case NAMESPACE -> {
                fields.ignore("spec");
                yield new Namespace(metadata);
            }
        };
    }

    private static <S> @Nullable Resource spec(
            Fields fields, Function<Fields, @Nullable S> reader, Function<S, Resource> object) {
        YamlValue value = fields.requiredValue("spec");
        S spec = value == null ? null : value.fields(reader);
        return spec == null ? null : object.apply(spec);
    }

    private static void reportUnknownKind(YamlValue document, String apiVersion, String kind) {
        boolean ours = apiVersion.startsWith(GROUP);
        boolean misplaced = Kind.ofManifestName(kind).isPresent();
        if (ours || misplaced) {
            String expected = Kind.ofManifestName(kind)
                    .map(known -> kind + " is of " + known.apiVersion())
                    .orElse("known kinds are McpServer, McpAllowList, McpClient, McpUser and McpGateway");
            document.scope()
                    .report(
                            document.node(),
                            ManifestProblem.UNKNOWN_KIND,
                            apiVersion + " has no kind " + kind + "; " + expected + ".");
        } else {
            document.scope()
                    .report(
                            document.node(),
                            ManifestProblem.FOREIGN_KIND,
                            apiVersion + " " + kind + " is not Gatehouse's; it is ignored.");
        }
    }

    static void identify(DocumentScope scope, Kind kind, ObjectMeta metadata) {
        scope.identify(new ResourceKey(kind, kind == Kind.NAMESPACE ? "" : metadata.namespace(), metadata.name()));
    }

    private static @Nullable String scalarField(Node node, String name) {
        if (node instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                if (isNamed(tuple, name) && tuple.getValueNode() instanceof ScalarNode value) {
                    return value.getValue();
                }
            }
        }
        return null;
    }

    private static boolean isNamed(NodeTuple tuple, String name) {
        return tuple.getKeyNode() instanceof ScalarNode key && key.getValue().equals(name);
    }
}
