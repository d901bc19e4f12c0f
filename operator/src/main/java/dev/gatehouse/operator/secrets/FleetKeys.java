package dev.gatehouse.operator.secrets;

import dev.gatehouse.model.access.TrustedIssuer;
import dev.gatehouse.model.link.LinkRole;
import dev.gatehouse.operator.OperatorLogKeys;
import dev.gatehouse.operator.fleet.FleetSecrets;
import dev.gatehouse.operator.link.LinkServer;
import dev.gatehouse.operator.pki.CertificateStore.Entry;
import dev.gatehouse.operator.pki.LinkIdentity;
import dev.gatehouse.operator.pki.PkiSecrets;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows two of the operator's own Secrets, each by its name, and hands what they hold to the link, on the leader and on whoever may become it: its
 * certificate, and what gateways share.
 */
public final class FleetKeys implements ResourceEventHandler<Secret>, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FleetKeys.class);

    private final LinkServer link;
    private final List<SharedIndexInformer<Secret>> informers = new ArrayList<>();
    private FleetSecrets shared = FleetSecrets.NONE;
    private @Nullable LinkIdentity identity;

    private FleetKeys(LinkServer link, LinkIdentity identity) {
        this.link = link;
        this.identity = identity;
    }

    /** @param identity that the link has been started with */
    public static FleetKeys follow(KubernetesClient client, String namespace, LinkServer link, LinkIdentity identity) {
        var keys = new FleetKeys(link, identity);
        for (String name : List.of(PkiSecrets.nameOf(LinkRole.OPERATOR), SessionKeyring.SECRET)) {
            keys.informers.add(
                    client.secrets().inNamespace(namespace).withName(name).runnableInformer(0));
        }
        for (SharedIndexInformer<Secret> informer : keys.informers) {
            informer.exceptionHandler((started, failure) -> true);
            informer.addEventHandler(keys);
            var _ = informer.start();
        }
        return keys;
    }

    /** Who signs the tokens of ServiceAccounts. */
    public synchronized void trust(TrustedIssuer issuer) {
        share(new FleetSecrets(shared.sessionKeys(), issuer));
    }

    @Override
    public void onAdd(Secret secret) {
        String name = secret.getMetadata().getName();
        if (name.equals(SessionKeyring.SECRET)) {
            SessionKeyring.of(OwnSecrets.entry(secret)).ifPresent(this::seal);
        } else if (name.equals(PkiSecrets.nameOf(LinkRole.OPERATOR))) {
            renew(OwnSecrets.entry(secret));
        }
    }

    @Override
    public void onUpdate(Secret before, Secret secret) {
        onAdd(secret);
    }

    /** What is gone will be made anew; until then what was known does. */
    @Override
    public void onDelete(Secret secret, boolean unseen) {
        LOG.atWarn()
                .addKeyValue(OperatorLogKeys.SECRET, secret.getMetadata().getName())
                .log("One of the operator's Secrets is gone");
    }

    @Override
    public void close() {
        informers.forEach(SharedIndexInformer::stop);
    }

    private synchronized void seal(SessionKeyring ring) {
        share(new FleetSecrets(ring.keys(), shared.issuer()));
    }

    private void share(FleetSecrets next) {
        if (!next.equals(shared)) {
            shared = next;
            link.share(next);
        }
    }

    private synchronized void renew(Entry entry) {
        Optional<LinkIdentity> next = PkiSecrets.identity(entry);
        if (next.isEmpty() || next.get().equals(identity)) {
            return;
        }
        try {
            link.renew(next.get());
            identity = next.get();
        } catch (GeneralSecurityException e) {
            LOG.atError().setCause(e).log("The link's new certificate cannot be used; the old one stays");
        }
    }
}
