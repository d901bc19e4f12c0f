package dev.gatehouse.model.translate;

/** Where a translation's result will be enforced, as some declarations need what not every place has. */
public enum Environment {
    /** Manifests in a folder: tokens may come from files and variables, but nobody issues tokens or knows ServiceAccounts. */
    DIRECTORY,
    /** An operator in Kubernetes: everything but files and variables. */
    CLUSTER,
    /** An operator in Kubernetes that may not read Namespaces: of each it knows the name, and not the labels. */
    CLUSTER_WITHOUT_LABELS;

    boolean isCluster() {
        return switch (this) {
            case DIRECTORY -> false;
            case CLUSTER, CLUSTER_WITHOUT_LABELS -> true;
        };
    }

    /** Whether the labels of every namespace are known that a selector could be about. */
    boolean knowsLabels() {
        return switch (this) {
            case DIRECTORY, CLUSTER -> true;
            case CLUSTER_WITHOUT_LABELS -> false;
        };
    }
}
