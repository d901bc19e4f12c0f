package dev.gatehouse.model.translate;

import dev.gatehouse.model.resource.LabelName;
import dev.gatehouse.model.resource.McpServerSpec;
import dev.gatehouse.model.resource.ServiceRef;
import dev.gatehouse.model.resource.WebUrl;
import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/** Finds out where an upstream server is. */
final class ServerAddress {

    /** What {@link URI} says of a URL that names none. */
    private static final int NO_PORT = -1;

    private ServerAddress() {}

    /** Null, and findings, when it cannot be told. */
    static @Nullable URI of(McpServerSpec spec, String namespace, Environment environment, Verdict verdict) {
        String url = spec.url();
        ServiceRef service = spec.service();
        if ((url == null) == (service == null)) {
            verdict.require(false, "spec", McpServerSpec.ONE_ADDRESS_MESSAGE);
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
            String where = ": " + e.getReason() + " at character " + e.getIndex();
            verdict.require(false, path, WebUrl.PARSES_MESSAGE + where);
            return null;
        }
        boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
        String mistake = null;
        if (!web || uri.getHost() == null || uri.getHost().isEmpty()) {
            mistake = WebUrl.HTTP_MESSAGE;
        } else if (uri.getRawUserInfo() != null) {
            mistake = WebUrl.NO_USER_INFO_MESSAGE;
        } else if (uri.getRawFragment() != null) {
            mistake = WebUrl.NO_FRAGMENT_MESSAGE;
        } else if (uri.getPort() != NO_PORT && !ServiceRef.PORT.holds(uri.getPort())) {
            mistake = WebUrl.PARSES_MESSAGE;
        }
        if (mistake != null) {
            verdict.require(false, path, mistake);
        }
        return mistake == null ? uri : null;
    }

    private static @Nullable URI ofService(
            ServiceRef service, String namespace, Environment environment, Verdict verdict) {
        verdict.require(LabelName.SYNTAX, service.name(), "spec.service.name");
        verdict.require(ServiceRef.PORT, service.port(), "spec.service.port");
        verdict.require(ServiceRef.PATH, service.path(), "spec.service.path");
        if (verdict.isInvalid()) {
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
