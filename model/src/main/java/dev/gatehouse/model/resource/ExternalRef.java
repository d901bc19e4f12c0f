package dev.gatehouse.model.resource;

/** A place outside the manifests that holds a token. Exists in directory mode only. */
public sealed interface ExternalRef {

    /** A file, by the path that the manifest names, which is relative to the manifests' folder unless absolute. */
    record File(String path) implements ExternalRef {}

    /** An environment variable of the gateway process. */
    record Env(String name) implements ExternalRef {}
}
