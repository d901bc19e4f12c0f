package dev.gatehouse.gateway.cli.mcpjungle;

import dev.gatehouse.gateway.cli.identity.TokenSecret;
import dev.gatehouse.gateway.cli.mcpjungle.JsonFields.Confidential;
import dev.gatehouse.model.resource.McpServer;
import dev.gatehouse.model.resource.McpServerSpec;
import dev.gatehouse.model.resource.McpServerSpec.Transport;
import dev.gatehouse.model.resource.ObjectMeta;
import dev.gatehouse.model.resource.Resource;
import dev.gatehouse.model.resource.SecretKeyRef;
import dev.gatehouse.model.resource.SecretValue;
import dev.gatehouse.model.resource.UpstreamAuth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes an upstream of a server, and a Secret of what is presented to it. */
final class ServerObjects {

    private static final String BEARER_KEY = "bearer";
    private static final Pattern SECRET_KEY = Pattern.compile("[-._a-zA-Z0-9]+");

    private final String namespace;
    private final Remarks remarks;

    ServerObjects(String namespace, Remarks remarks) {
        this.namespace = namespace;
        this.remarks = remarks;
    }

    List<Resource> of(String name, JungleObject.Server server) {
        if (server.transport() == Transport.SSE) {
            remarks.warn(server.at(), "the transport sse is deprecated, and this gateway does not carry it yet.");
        }
        if (server.described()) {
            remarks.warn(server.at(), "the description is left out: an McpServer has none.");
        }
        String secretName = name + "-upstream";
        var values = new TreeMap<String, SecretValue>();
        UpstreamAuth auth = auth(server, secretName, values);
        var objects = new ArrayList<Resource>();
        objects.add(new McpServer(
                ObjectMeta.of(namespace, name),
                new McpServerSpec(
                        server.url(),
                        null,
                        server.transport(),
                        null,
                        name.equals(server.name()) ? null : server.name(),
                        auth,
                        null,
                        null,
                        null,
                        false)));
        if (!values.isEmpty()) {
            objects.add(TokenSecret.of(namespace, secretName, values));
        }
        return objects;
    }

    /** Puts the values of the headers into {@code values}; of a bearer and a header Authorization, the header counts. */
    private @Nullable UpstreamAuth auth(
            JungleObject.Server server, String secretName, Map<String, SecretValue> values) {
        UpstreamAuth.Bearer bearer = null;
        Confidential token = server.bearer();
        if (token != null && server.headers().keySet().stream().anyMatch("Authorization"::equalsIgnoreCase)) {
            remarks.warn(token.at(), "bearer_token is left out: the header Authorization takes precedence, as there.");
        } else if (token != null) {
            bearer = new UpstreamAuth.Bearer(new SecretKeyRef(secretName, BEARER_KEY));
            values.put(BEARER_KEY, token.value());
        }
        var headers = new ArrayList<UpstreamAuth.Header>();
        server.headers().forEach((name, header) -> {
            String key =
                    "header-" + (SECRET_KEY.matcher(name).matches() ? name.toLowerCase(Locale.ROOT) : headers.size());
            headers.add(new UpstreamAuth.Header(name, new SecretKeyRef(secretName, key)));
            values.put(key, header.value());
        });
        return bearer == null && headers.isEmpty() ? null : new UpstreamAuth(bearer, headers);
    }
}
