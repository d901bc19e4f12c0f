package dev.gatehouse.model.resource;

/** A namespace with its labels, which {@link AllowedNamespaces} selectors judge. Only a declared one matches a selector. */
public record Namespace(ObjectMeta metadata) implements Resource {

    /** The label that an API server puts on every namespace, with the namespace's name, and lets nobody change. */
    public static final String NAME_LABEL = "kubernetes.io/metadata.name";

    @Override
    public Kind kind() {
        return Kind.NAMESPACE;
    }

    /** A namespace stands in no namespace: its key carries an empty one. */
    @Override
    public ResourceKey key() {
        return new ResourceKey(Kind.NAMESPACE, "", metadata.name());
    }
}
