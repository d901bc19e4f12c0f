package dev.gatehouse.operator.watch;

import dev.gatehouse.model.resource.Resource;
import dev.gatehouse.model.resource.ResourceKey;
import dev.gatehouse.model.resource.Secret;
import dev.gatehouse.operator.OperatorLogKeys;
import dev.gatehouse.operator.publish.Published;
import dev.gatehouse.operator.publish.PublishedListener;
import dev.gatehouse.operator.publish.Touched;
import dev.gatehouse.operator.world.Inbox;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor.DiscardPolicy;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells a Secret that lacks the label from one that is not there: the most likely mistake of somebody who begins. A missing
 * Secret that an object names is looked for once, by its metadata only, whenever that object is judged anew; those that were
 * found are looked at again from time to time, as no watch would tell that they are gone. Only the leader asks, a bounded
 * number of times a round, and nothing that is enforced waits for it.
 */
public final class UnlabelledSecrets implements PublishedListener, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(UnlabelledSecrets.class);
    private static final Duration SECOND_LOOK = Duration.ofSeconds(30);
    private static final int MOST_LOOKS = 50;

    private final SecretLabels labels;
    private final Inbox inbox;
    private final BooleanSupplier leading;
    private final ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().name("unlabelled").daemon().factory(), new DiscardPolicy());

    // of the thread
    private final Map<ResourceKey, Secret> known = new HashMap<>();

    UnlabelledSecrets(SecretLabels labels, Inbox inbox, BooleanSupplier leading) {
        this.labels = labels;
        this.inbox = inbox;
        this.leading = leading;
    }

    public static UnlabelledSecrets start(KubernetesClient client, Inbox inbox, BooleanSupplier leading) {
        var secrets = new UnlabelledSecrets(new KubernetesSecretLabels(client), inbox, leading);
        var _ = secrets.thread.scheduleWithFixedDelay(
                secrets::lookAgain, SECOND_LOOK.toMillis(), SECOND_LOOK.toMillis(), TimeUnit.MILLISECONDS);
        return secrets;
    }

    @Override
    public void published(Published now, Touched touched, Duration took) {
        var missing = new LinkedHashSet<ResourceKey>();
        Iterable<ResourceKey> judged = touched.everything() ? errant(now) : touched.noted();
        for (ResourceKey key : judged) {
            now.resource(key).ifPresent(object -> addMissing(now, object, missing));
            if (missing.size() >= MOST_LOOKS) {
                break;
            }
        }
        if (!missing.isEmpty()) {
            thread.execute(() -> look(missing));
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    /** Those with something to find fault with: of all objects only they can miss a Secret. */
    private static Set<ResourceKey> errant(Published now) {
        var keys = new LinkedHashSet<ResourceKey>();
        now.findings().forEach(finding -> keys.add(finding.resource()));
        now.world().clients().stream()
                .filter(client -> client.spec().issue() != null)
                .limit(MOST_LOOKS)
                .forEach(client -> keys.add(client.key()));
        return keys;
    }

    private static void addMissing(Published now, Resource object, Set<ResourceKey> missing) {
        for (ResourceKey secret : SecretNames.of(object)) {
            if (now.resource(secret).isEmpty() && missing.size() < MOST_LOOKS) {
                missing.add(secret);
            }
        }
    }

    private void look(Set<ResourceKey> keys) {
        if (!leading.getAsBoolean()) {
            return;
        }
        for (ResourceKey key : keys) {
            try {
                labels.look(key)
                        .filter(secret -> !secret.labelled())
                        .ifPresentOrElse(secret -> known.put(key, secret), () -> known.remove(key));
            } catch (RuntimeException e) {
                LOG.atDebug()
                        .addKeyValue(OperatorLogKeys.SECRET, key)
                        .setCause(e)
                        .log("A Secret's labels cannot be read");
            }
        }
        inbox.setUnlabelled(known);
    }

    private void lookAgain() {
        if (leading.getAsBoolean()) {
            look(Set.copyOf(known.keySet()));
        } else if (!known.isEmpty()) {
            known.clear();
            inbox.setUnlabelled(known);
        }
    }
}
