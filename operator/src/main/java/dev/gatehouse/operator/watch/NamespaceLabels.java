package dev.gatehouse.operator.watch;

import dev.gatehouse.model.translate.Environment;
import dev.gatehouse.operator.OperatorLogKeys;
import io.fabric8.kubernetes.api.model.ListOptionsBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.net.HttpURLConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether the labels of namespaces, which stand in no namespace, may be read: rights that end at some namespaces say no. */
public enum NamespaceLabels {
    SEEN,
    HIDDEN;

    private static final Logger LOG = LoggerFactory.getLogger(NamespaceLabels.class);

    /** Asks the API server once. Only its clear refusal is one: what fails in another way is for a watch to try again. */
    public static NamespaceLabels ask(KubernetesClient client) {
        try {
            client.namespaces().list(new ListOptionsBuilder().withLimit(1L).build());
            return SEEN;
        } catch (KubernetesClientException e) {
            if (e.getCode() != HttpURLConnection.HTTP_FORBIDDEN) {
                return SEEN;
            }
            LOG.atWarn()
                    .addKeyValue(OperatorLogKeys.REASON, "namespaces may not be listed")
                    .log(
                            "Selectors in allowedNamespaces match by the name of a namespace only, as its labels cannot be read");
            return HIDDEN;
        }
    }

    /** What a translation may count on. */
    public Environment environment() {
        return switch (this) {
            case SEEN -> Environment.CLUSTER;
            case HIDDEN -> Environment.CLUSTER_WITHOUT_LABELS;
        };
    }
}
