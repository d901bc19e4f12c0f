package dev.gatehouse.operator.issue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.model.resource.IssuedSecret;
import dev.gatehouse.model.resource.Kind;
import dev.gatehouse.model.resource.Resource;
import dev.gatehouse.model.resource.Secret;
import dev.gatehouse.operator.secrets.OwnSecrets;
import io.fabric8.kubernetes.api.model.OwnerReferenceBuilder;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.net.HttpURLConnection;
import java.util.Base64;
import java.util.HashMap;

/** Secrets beside the clients and users that they are issued for; the garbage collector takes them away with their owners. */
public final class KubernetesTokens implements TokenStore {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final KubernetesClient client;

    public KubernetesTokens(KubernetesClient client) {
        this.client = client;
    }

    @Override
    public boolean create(Resource owner, String name, SecretEdit first) {
        var data = new HashMap<String, String>();
        first.data().forEach((key, value) -> {
            if (value != null) {
                data.put(key, Base64.getEncoder().encodeToString(value.bytes()));
            }
        });
        var secret = new SecretBuilder()
                .withNewMetadata()
                .withNamespace(owner.metadata().namespace())
                .withName(name)
                .addToLabels(Secret.LABEL, "true")
                .addToLabels(IssuedSecret.ISSUED_FOR, owner.uid())
                .addToLabels(OwnSecrets.MANAGED_BY, OwnSecrets.GATEHOUSE)
                .withOwnerReferences(new OwnerReferenceBuilder()
                        .withApiVersion(Kind.API_VERSION)
                        .withKind(owner.kind().manifestName())
                        .withName(owner.metadata().name())
                        .withUid(owner.uid())
                        .build())
                .endMetadata()
                .withType("Opaque")
                .withData(data)
                .build();
        try {
            client.secrets()
                    .inNamespace(owner.metadata().namespace())
                    .resource(secret)
                    .create();
            return true;
        } catch (KubernetesClientException e) {
            if (e.getCode() == HttpURLConnection.HTTP_CONFLICT) {
                return false;
            }
            throw e;
        }
    }

    @Override
    public void edit(Secret seen, SecretEdit edit) {
        ObjectNode patch = JSON.createObjectNode();
        patch.putObject("metadata").put("uid", seen.metadata().uid());
        ObjectNode data = patch.putObject("data");
        edit.data().forEach((key, value) -> {
            if (value == null) {
                data.putNull(key);
            } else {
                data.put(key, Base64.getEncoder().encodeToString(value.bytes()));
            }
        });
        client.secrets()
                .inNamespace(seen.metadata().namespace())
                .withName(seen.metadata().name())
                .patch(PatchContext.of(PatchType.JSON_MERGE), patch.toString());
    }
}
