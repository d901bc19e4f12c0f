package dev.gatehouse.model.translate;

/** Where a translation's result will be enforced, as some declarations need what only one of the two has. */
public enum Environment {
    /** Manifests in a folder: tokens may come from files and variables, but nobody issues tokens or knows ServiceAccounts. */
    DIRECTORY,
    /** An operator in Kubernetes: everything but files and variables. */
    CLUSTER
}
