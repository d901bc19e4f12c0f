package dev.gatehouse.model.translate;

import dev.gatehouse.model.resource.McpServerSpec;
import dev.gatehouse.model.resource.ServiceRef;
import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/** Finds out where an upstream server is. */
final class ServerAddress {

    private static final int LAST_PORT = 65_535;

    private ServerAddress() {}

    /** Null, and findings, when it cannot be told. */
    static @Nullable URI of(McpServerSpec spec, String namespace, Environment environment, Verdict verdict) {
        String url = spec.url();
        ServiceRef service = spec.service();
        if ((url == null) == (service == null)) {
            verdict.invalid("spec", "spec must have exactly one of url and service.");
            return null;
        }
        if (url != null) {
            return parse(url, "spec.url", verdict);
        }
        return service == null ? null : ofService(service, namespace, environment, verdict);
    }

    /** An absolute http or https URL without user info and fragment. */
    static @Nullable URI parse(String url, String path, Verdict verdict) {
        URI uri;
        try {
            uri = new URI(url);
        } catch (URISyntaxException e) {
            verdict.invalid(path, path + " is not a URL: " + e.getReason() + " at character " + e.getIndex() + ".");
            return null;
        }
        boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
        if (!web || uri.getHost() == null || uri.getHost().isEmpty()) {
            verdict.invalid(path, path + " must be an absolute http or https URL, such as https://example.com/mcp.");
        } else if (uri.getRawUserInfo() != null) {
            verdict.invalid(
                    path, path + " must not hold credentials; put them into a Secret and refer to it in spec.auth.");
        } else if (uri.getRawFragment() != null) {
            verdict.invalid(path, path + " must not have a fragment (#…).");
        } else if (uri.getPort() == 0 || uri.getPort() > LAST_PORT) {
            verdict.invalid(path, path + " has a port that does not exist.");
        } else {
            return uri;
        }
        return null;
    }

    private static @Nullable URI ofService(
            ServiceRef service, String namespace, Environment environment, Verdict verdict) {
        if (!Names.isDnsLabel(service.name())) {
            verdict.invalid("spec.service.name", "spec.service.name is no name of a Service.");
            return null;
        }
        if (service.port() < 1 || service.port() > LAST_PORT) {
            verdict.invalid("spec.service.port", "spec.service.port must be from 1 to " + LAST_PORT + ".");
            return null;
        }
        if (!service.path().startsWith("/")) {
            verdict.invalid("spec.service.path", "spec.service.path must begin with \"/\".");
            return null;
        }
        if (environment == Environment.DIRECTORY) {
            verdict.warn(
                    "spec.service",
                    "spec.service names a Kubernetes Service, which only resolves inside a cluster; use url.");
        }
        String scheme = service.tls() ? "https" : "http";
        String url = scheme + "://" + service.name() + "." + namespace + ".svc:" + service.port() + service.path();
        return parse(url, "spec.service.path", verdict);
    }
}
