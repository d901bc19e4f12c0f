package dev.gatehouse.model.translate;

import dev.gatehouse.model.access.ServerId;
import dev.gatehouse.model.access.UpstreamServer;
import dev.gatehouse.model.resource.McpServer;
import dev.gatehouse.model.resource.McpServerSpec;
import dev.gatehouse.model.resource.SecretValue;
import dev.gatehouse.model.resource.Timeouts;
import dev.gatehouse.model.resource.UpstreamTls;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compiles upstream servers. There are hundreds at most: only equal results are taken over from before. */
final class ServerJudge {

    private static final String PEM = "-----BEGIN CERTIFICATE-----";

    private final Environment environment;
    private final ServerCatalogue catalogue;
    private final Secrets secrets;
    private final Map<String, McpServer> holders;

    ServerJudge(Environment environment, ServerCatalogue catalogue, Secrets secrets, List<McpServer> servers) {
        this.environment = environment;
        this.catalogue = catalogue;
        this.secrets = secrets;
        this.holders = Seniority.holders(
                servers.stream()
                        .filter(server -> McpServerSpec.KEY.isMetBy(ServerCatalogue.keyOf(server)))
                        .toList(),
                ServerCatalogue::keyOf);
    }

    /** @param server null when it is refused or suspended */
    private record Judged(@Nullable UpstreamServer server, List<Finding> findings) {}

    /** Compiles all of {@code servers} with the instances of {@code before} where they are equal. */
    List<UpstreamServer> compileAll(
            List<McpServer> servers, List<UpstreamServer> before, Quarantine quarantine, List<Finding> findings) {
        var known = new HashMap<ServerId, UpstreamServer>();
        before.forEach(server -> known.put(server.id(), server));
        var compiled = new ArrayList<UpstreamServer>();
        for (McpServer server : servers) {
            Judged judged = quarantine.judge(server, () -> judge(server), bug -> new Judged(null, List.of(bug)));
            findings.addAll(judged.findings());
            UpstreamServer next = judged.server();
            if (next != null) {
                UpstreamServer old = known.get(next.id());
                compiled.add(old != null && next.equals(old) ? old : next);
            }
        }
        return compiled;
    }

    private Judged judge(McpServer server) {
        var verdict = new Verdict();
        McpServerSpec spec = server.spec();
        String namespace = server.metadata().namespace();
        checkKey(server, verdict);
        catalogue.check(spec.allowedNamespaces(), "spec.allowedNamespaces", verdict);
        checkTimeouts(spec.timeouts(), verdict);
        URI url = ServerAddress.of(spec, namespace, environment, verdict);
        List<UpstreamServer.Header> headers = List.of();
        SecretValue ca = null;
        if (!spec.suspend()) {
            headers = UpstreamHeaders.of(spec.auth(), secrets, namespace, verdict);
            ca = certificates(spec, url, namespace, verdict);
        }
        UpstreamServer upstream =
                url == null || verdict.hasErrors() || spec.suspend() ? null : upstream(server, url, headers, ca);
        return new Judged(upstream, verdict.on(server.key()));
    }

    private static UpstreamServer upstream(
            McpServer server, URI url, List<UpstreamServer.Header> headers, @Nullable SecretValue ca) {
        McpServerSpec spec = server.spec();
        return new UpstreamServer(
                ServerCatalogue.idOf(server),
                ServerCatalogue.keyOf(server),
                server.uid(),
                server.metadata().generation(),
                url,
                spec.transport(),
                spec.protocol(),
                headers,
                ca,
                spec.timeouts());
    }

    private void checkKey(McpServer server, Verdict verdict) {
        String key = ServerCatalogue.keyOf(server);
        boolean named = server.spec().exposeAs() != null;
        String path = named ? "spec.exposeAs" : "metadata.name";
        if (!McpServerSpec.KEY.isMetBy(key)) {
            verdict.require(false, path, named ? McpServerSpec.KEY_MESSAGE : McpServerSpec.NAME_MESSAGE);
        } else if (!server.equals(holders.get(key))) {
            verdict.add(
                    path,
                    Reason.NAME_CONFLICT,
                    "The key " + key + " is taken by an older McpServer; set another spec.exposeAs.");
        }
    }

    private static void checkTimeouts(Timeouts timeouts, Verdict verdict) {
        checkTimeout(timeouts.connect(), "spec.timeouts.connect", verdict);
        checkTimeout(timeouts.request(), "spec.timeouts.request", verdict);
        checkTimeout(timeouts.list(), "spec.timeouts.list", verdict);
    }

    private static void checkTimeout(Duration timeout, String path, Verdict verdict) {
        boolean bounded = timeout.isPositive() && timeout.compareTo(Timeouts.LONGEST) <= 0;
        verdict.require(bounded, path, Timeouts.BOUNDS_MESSAGE);
    }

    private @Nullable SecretValue certificates(
            McpServerSpec spec, @Nullable URI url, String namespace, Verdict verdict) {
        UpstreamTls.CaRef ref = spec.tls() == null ? null : spec.tls().caRef();
        if (ref == null) {
            return null;
        }
        RefCheck.secret(ref.secretKeyRef(), "spec.tls.caRef", verdict);
        if (url != null && !"https".equals(url.getScheme())) {
            verdict.warn("spec.tls", "spec.tls has no effect, as the server is reached by plain http.");
        }
        SecretValue ca = secrets.find(namespace, ref.secretKeyRef(), "spec.tls.caRef", verdict);
        if (ca != null && !ca.text().contains(PEM)) {
            verdict.invalid("spec.tls.caRef", "spec.tls.caRef: the Secret's value holds no PEM certificate.");
            return null;
        }
        return ca;
    }
}
