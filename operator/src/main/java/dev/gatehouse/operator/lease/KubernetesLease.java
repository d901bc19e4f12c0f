package dev.gatehouse.operator.lease;

import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import io.fabric8.kubernetes.api.model.coordination.v1.LeaseBuilder;
import io.fabric8.kubernetes.api.model.coordination.v1.LeaseSpec;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The lease as a {@code coordination.k8s.io/v1 Lease}, which {@code kubectl get lease} shows and other tools understand. */
public final class KubernetesLease implements LeaseStore {

    private final KubernetesClient client;
    private final String namespace;
    private final String name;

    public KubernetesLease(KubernetesClient client, String namespace, String name) {
        this.client = client;
        this.namespace = namespace;
        this.name = name;
    }

    @Override
    public Optional<LeaseState> read() {
        Lease lease = client.leases().inNamespace(namespace).withName(name).get();
        return Optional.ofNullable(lease).map(KubernetesLease::state);
    }

    @Override
    public void create(LeaseState first) {
        client.leases().inNamespace(namespace).resource(object(first)).create();
    }

    @Override
    public void replace(LeaseState next) {
        client.leases().inNamespace(namespace).resource(object(next)).update();
    }

    private static LeaseState state(Lease lease) {
        LeaseSpec spec = lease.getSpec() == null ? new LeaseSpec() : lease.getSpec();
        return new LeaseState(
                spec.getHolderIdentity() == null ? "" : spec.getHolderIdentity(),
                Duration.ofSeconds(spec.getLeaseDurationSeconds() == null ? 1 : spec.getLeaseDurationSeconds()),
                instant(spec.getAcquireTime()),
                instant(spec.getRenewTime()),
                spec.getLeaseTransitions() == null ? 0 : spec.getLeaseTransitions(),
                lease.getMetadata().getResourceVersion());
    }

    private Lease object(LeaseState state) {
        return new LeaseBuilder()
                .withNewMetadata()
                .withNamespace(namespace)
                .withName(name)
                .withResourceVersion(state.resourceVersion().isEmpty() ? null : state.resourceVersion())
                .endMetadata()
                .withNewSpec()
                .withHolderIdentity(state.holder())
                .withLeaseDurationSeconds(
                        Math.toIntExact(Math.max(1, state.duration().toSeconds())))
                .withAcquireTime(time(state.acquiredAt()))
                .withRenewTime(time(state.renewedAt()))
                .withLeaseTransitions(state.transitions())
                .endSpec()
                .build();
    }

    private static Instant instant(@Nullable ZonedDateTime time) {
        return time == null ? Instant.EPOCH : time.toInstant();
    }

    /** A {@code MicroTime} has microseconds. */
    private static ZonedDateTime time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS).atZone(ZoneOffset.UTC);
    }
}
