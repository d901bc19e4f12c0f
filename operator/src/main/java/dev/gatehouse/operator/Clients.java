package dev.gatehouse.operator;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.time.Duration;

/** Clients of the API server that do not wait longer than whoever uses them. */
final class Clients {

    private static final int REQUEST_MILLIS = 10_000;
    private static final int WATCH_RETRY_MILLIS = 500;

    private Clients() {}

    /** Watches connect again for ever; whoever writes tries again itself, with what is true by then. */
    static KubernetesClient ordinary(Config config) {
        return of(new ConfigBuilder(config)
                .withRequestTimeout(REQUEST_MILLIS)
                .withRequestRetryBackoffLimit(1)
                .withWatchReconnectInterval(WATCH_RETRY_MILLIS)
                .withWatchReconnectLimit(-1));
    }

    /** For the lease: an answer that comes after the deadline is no use. */
    static KubernetesClient hasty(Config config, Duration deadline) {
        return of(new ConfigBuilder(config)
                .withRequestTimeout(Math.toIntExact(deadline.toMillis() / 2))
                .withConnectionTimeout(Math.toIntExact(deadline.toMillis() / 2))
                .withRequestRetryBackoffLimit(0));
    }

    private static KubernetesClient of(ConfigBuilder config) {
        return new KubernetesClientBuilder().withConfig(config.build()).build();
    }
}
