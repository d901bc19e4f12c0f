package dev.gatehouse.operator.watch;

import dev.gatehouse.model.resource.Kind;
import dev.gatehouse.model.resource.ResourceKey;
import dev.gatehouse.operator.LogKeys;
import dev.gatehouse.operator.resource.Resources;
import dev.gatehouse.operator.world.Change;
import dev.gatehouse.operator.world.Inbox;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ListOptionsBuilder;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.net.HttpURLConnection;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The watches beside those of the controllers: on Secrets, which carry a label, so that nobody's other Secrets ever come
 * here, and on namespaces, whose labels selectors judge.
 */
public final class ClusterWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ClusterWatch.class);

    private final List<PlainWatch<?>> watches = new ArrayList<>();

    private ClusterWatch() {}

    public static ClusterWatch start(KubernetesClient client, WatchedNamespaces where, Inbox inbox) {
        var watch = new ClusterWatch();
        watch.secrets(client, where, inbox);
        watch.namespaces(client, inbox);
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

    /** Namespaces stand in no namespace: an operator whose rights end at some namespaces may not see them. */
    private void namespaces(KubernetesClient client, Inbox inbox) {
        if (isForbidden(client)) {
            LOG.atWarn()
                    .addKeyValue(LogKeys.REASON, "namespaces may not be listed")
                    .log("Selectors in allowedNamespaces match nothing, as the labels of namespaces cannot be read");
            return;
        }
        watches.add(new PlainWatch<>(
                client.namespaces(),
                inbox,
                namespace -> new Change.Put(Resources.of(namespace)),
                namespace -> new Change.Gone(key(Kind.NAMESPACE, namespace))));
    }

    private static boolean isForbidden(KubernetesClient client) {
        try {
            client.namespaces().list(new ListOptionsBuilder().withLimit(1L).build());
            return false;
        } catch (KubernetesClientException e) {
            return e.getCode() == HttpURLConnection.HTTP_FORBIDDEN;
        }
    }

    private static Change put(Secret secret) {
        return new Change.Put(Resources.of(secret));
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
