package dev.gatehouse.model.resource;

/** A namespace with its labels, which {@link AllowedNamespaces} selectors judge. Only a declared one matches a selector. */
public record Namespace(ObjectMeta metadata) implements Resource {

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
