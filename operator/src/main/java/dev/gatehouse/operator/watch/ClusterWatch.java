package dev.gatehouse.operator.watch;

import dev.gatehouse.model.resource.Kind;
import dev.gatehouse.model.resource.ResourceKey;
import dev.gatehouse.operator.resource.ResourceMapping;
import dev.gatehouse.operator.world.Change;
import dev.gatehouse.operator.world.Inbox;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.ArrayList;
import java.util.List;

/**
 * The watches beside those of the controllers: on Secrets, which carry a label, so that nobody's other Secrets ever come
 * here, and on namespaces, whose labels selectors judge.
 */
public final class ClusterWatch implements AutoCloseable {

    private final List<PlainWatch<?>> watches = new ArrayList<>();

    private ClusterWatch() {}

    public static ClusterWatch start(
            KubernetesClient client, WatchedNamespaces where, NamespaceLabels labels, Inbox inbox) {
        var watch = new ClusterWatch();
        watch.secrets(client, where, inbox);
        if (labels == NamespaceLabels.SEEN) {
            watch.namespaces(client, inbox);
        }
        watch.watches.forEach(PlainWatch::start);
        return watch;
    }

    public boolean hasSynced() {
        return watches.stream().allMatch(PlainWatch::hasSynced);
    }

    @Override
    public void close() {
        watches.forEach(PlainWatch::close);
    }

    private void secrets(KubernetesClient client, WatchedNamespaces where, Inbox inbox) {
        if (where.all()) {
            watches.add(new PlainWatch<>(
                    client.secrets().inAnyNamespace().withLabel(dev.gatehouse.model.resource.Secret.LABEL, "true"),
                    inbox,
                    ClusterWatch::put,
                    ClusterWatch::gone));
        }
        where.names()
                .forEach(namespace -> watches.add(new PlainWatch<>(
                        client.secrets()
                                .inNamespace(namespace)
                                .withLabel(dev.gatehouse.model.resource.Secret.LABEL, "true"),
                        inbox,
                        ClusterWatch::put,
                        ClusterWatch::gone)));
    }

    private void namespaces(KubernetesClient client, Inbox inbox) {
        watches.add(new PlainWatch<>(
                client.namespaces(),
                inbox,
                namespace -> new Change.Put(ResourceMapping.of(namespace)),
                namespace -> new Change.Gone(key(Kind.NAMESPACE, namespace))));
    }

    private static Change put(Secret secret) {
        return new Change.Put(ResourceMapping.of(secret));
    }

    private static Change gone(Secret secret) {
        return new Change.Gone(key(Kind.SECRET, secret));
    }

    private static ResourceKey key(Kind kind, HasMetadata object) {
        String namespace = object.getMetadata().getNamespace();
        return new ResourceKey(
                kind, namespace == null ? "" : namespace, object.getMetadata().getName());
    }
}
