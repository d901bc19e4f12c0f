package dev.gatehouse.model.manifest;

import dev.gatehouse.model.resource.Kind;
import dev.gatehouse.model.resource.LabelName;
import dev.gatehouse.model.resource.ObjectMeta;
import dev.gatehouse.model.resource.ObjectName;
import dev.gatehouse.model.resource.Range;
import dev.gatehouse.model.resource.Syntax;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads {@code metadata}. What {@code kubectl get -o yaml} adds is accepted. */
final class MetadataReader {

    /** The label that Kubernetes itself puts on every Namespace. */
    private static final String NAMESPACE_NAME_LABEL = "kubernetes.io/metadata.name";

    private static final Range GENERATIONS = new Range(0, Long.MAX_VALUE);

    private MetadataReader() {}

    static @Nullable ObjectMeta read(Fields object, Kind kind, DocumentScope scope) {
        YamlValue value = object.requiredValue("metadata");
        return value == null ? null : value.fields(fields -> metadata(fields, kind, scope));
    }

    private static @Nullable ObjectMeta metadata(Fields fields, Kind kind, DocumentScope scope) {
        fields.ignore(
                "annotations",
                "managedFields",
                "resourceVersion",
                "selfLink",
                "ownerReferences",
                "finalizers",
                "deletionTimestamp",
                "deletionGracePeriodSeconds",
                "generateName");
        String name = fields.requiredText("name");
        String namespace = namespace(fields, kind);
        Map<String, String> labels = new HashMap<>(fields.textMap("labels"));
        if (kind == Kind.NAMESPACE) {
            labels.put(NAMESPACE_NAME_LABEL, name);
        }
        Long generation = fields.longInteger("generation", GENERATIONS);
        YamlValue created = fields.lenient("creationTimestamp");
        Instant createdAt = created == null || created.isNull() ? null : created.instant();
        String uid = fields.text("uid");
        Syntax syntax = kind == Kind.NAMESPACE ? LabelName.SYNTAX : ObjectName.SYNTAX;
        if (!syntax.isMetBy(name) || !LabelName.SYNTAX.isMetBy(namespace)) {
            if (!name.isEmpty()) {
                fields.wrong(
                        "has a name or namespace that Kubernetes does not allow; use lower-case letters, digits and \"-\"");
            }
            return null;
        }
        var metadata = new ObjectMeta(name, namespace, uid, generation == null ? 1 : generation, createdAt, labels);
        ObjectReader.identify(scope, kind, metadata);
        return metadata;
    }

    private static String namespace(Fields fields, Kind kind) {
        YamlValue value = fields.value("namespace");
        if (value != null && kind == Kind.NAMESPACE) {
            value.wrong("must be absent: a Namespace stands in none");
        }
        String namespace = value == null ? null : value.text();
        return namespace == null || namespace.isEmpty() ? ObjectMeta.DEFAULT_NAMESPACE : namespace;
    }
}
