package dev.gatehouse.model.rights;

import dev.gatehouse.model.access.TokenDigest;
import dev.gatehouse.model.resource.McpAllowList;
import dev.gatehouse.model.resource.McpClient;
import dev.gatehouse.model.resource.McpGateway;
import dev.gatehouse.model.resource.McpServer;
import dev.gatehouse.model.resource.McpServerSpec;
import dev.gatehouse.model.resource.McpUser;
import dev.gatehouse.model.resource.Namespace;
import dev.gatehouse.model.resource.ObjectMeta;
import dev.gatehouse.model.resource.Resource;
import dev.gatehouse.model.resource.Secret;
import dev.gatehouse.model.resource.SecretKeyRef;
import dev.gatehouse.model.resource.SecretValue;
import dev.gatehouse.model.resource.TokenSource;
import dev.gatehouse.model.resource.UpstreamAuth;
import dev.gatehouse.model.resource.UpstreamTls;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Stand-ins for secrets that are kept elsewhere, so that rights can be judged without them. Each follows from the name of
 * what it stands for: the same reference gives the same value on both sides of a comparison. They authenticate nobody, as no
 * gateway ever sees them.
 */
public final class AssumedSecrets {

    private static final String CERTIFICATE = "-----BEGIN CERTIFICATE-----\n";

    private AssumedSecrets() {}

    /** Of a variable, a token file, or whatever else has a name; strong enough to be a token. */
    public static String value(String name) {
        return "assumed-" + TokenDigest.ofToken("assumed " + name).hex();
    }

    /** The Secrets that {@code resources} refer to and do not hold. One that is there is left as it is. */
    public static List<Secret> missing(Collection<? extends Resource> resources) {
        Map<String, Map<String, SecretValue>> missing = new TreeMap<>();
        for (Resource resource : resources) {
            String namespace = resource.metadata().namespace();
            references(resource)
                    .forEach(ref -> missing.computeIfAbsent(namespace + "/" + ref.name(), absent -> new HashMap<>())
                            .put(ref.key(), stand(namespace, ref)));
        }
        for (Resource resource : resources) {
            if (resource instanceof Secret secret) {
                missing.remove(
                        secret.metadata().namespace() + "/" + secret.metadata().name());
            }
        }
        return missing.entrySet().stream()
                .map(entry -> secret(entry.getKey().split("/", 2), entry.getValue()))
                .toList();
    }

    private static List<SecretKeyRef> references(Resource resource) {
        return switch (resource) {
            case McpClient client -> references(client.spec().tokens());
            case McpUser user -> references(user.spec().tokens());
            case McpServer server -> references(server.spec());
            case McpAllowList _, McpGateway _, Secret _, Namespace _ -> List.of();
        };
    }

    private static List<SecretKeyRef> references(List<TokenSource> tokens) {
        var references = new ArrayList<SecretKeyRef>();
        for (TokenSource token : tokens) {
            if (token.secretRef() != null) {
                references.add(token.secretRef());
            }
        }
        return references;
    }

    private static List<SecretKeyRef> references(McpServerSpec spec) {
        var references = new ArrayList<SecretKeyRef>();
        UpstreamAuth auth = spec.auth();
        if (auth != null) {
            auth.headers().forEach(header -> references.add(header.secretRef()));
            if (auth.bearer() != null) {
                references.add(auth.bearer().secretRef());
            }
        }
        UpstreamTls tls = spec.tls();
        if (tls != null && tls.caRef() != null) {
            references.add(tls.caRef().secretKeyRef());
        }
        return references;
    }

    private static Secret secret(String[] name, Map<String, SecretValue> data) {
        var metadata = new ObjectMeta(name[1], name[0], null, 1, null, Map.of(Secret.LABEL, "true"));
        return new Secret(metadata, data);
    }

    private static SecretValue stand(String namespace, SecretKeyRef ref) {
        String value = value(namespace + "/" + ref.name() + " " + ref.key());
        return SecretValue.of(ref.key().equals(UpstreamTls.CaRef.DEFAULT_KEY) ? CERTIFICATE + value : value);
    }
}
