package dev.gatehouse.gateway.it;

import dev.gatehouse.gateway.testing.BluntServer;
import dev.gatehouse.gateway.testing.Catalogue;
import dev.gatehouse.gateway.testing.HeaderLine;
import dev.gatehouse.gateway.testing.Manifest;
import dev.gatehouse.gateway.testing.ManifestFolder;
import dev.gatehouse.gateway.testing.Misbehaviour;
import dev.gatehouse.gateway.testing.RecordingUpstream;
import dev.gatehouse.gateway.testing.TlsUpstream;
import dev.gatehouse.gateway.tls.Certificates;
import dev.gatehouse.gateway.tls.PemTls;
import dev.gatehouse.gateway.tls.TlsFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;

/** One server for each way of being dead, each configured in both eras and in neither. */
final class DeadServers {

    private static final String PATIENT = "  timeouts: {connect: 20s, request: 20s, list: 20s}\n";
    private static final String TRUSTING = "  tls: {caRef: {name: ca}}\n";

    enum Dead {
        REFUSED("upstream_refused"),
        UNRESOLVED("upstream_unresolved"),
        SILENT("upstream_timeout"),
        HANGS_UP("upstream_broken"),
        PLAIN("upstream_no_tls"),
        SILENT_TLS("upstream_connect_timeout"),
        STRANGER("upstream_tls_unknown_issuer"),
        MISNAMED("upstream_tls_wrong_name"),
        UNAUTHORIZED("upstream_credentials"),
        FORBIDDEN("upstream_credentials"),
        MOVED("upstream_redirect"),
        BUSY("upstream_status"),
        COMPRESSED("upstream_encoded"),
        WEB_PAGE("upstream_content_type");

        private final String cause;

        Dead(String cause) {
            this.cause = cause;
        }

        String cause() {
            return cause;
        }

        /** The key of the server that is dead so and declared to speak {@code protocol}. */
        String key(String protocol) {
            return name().toLowerCase(Locale.ROOT).replace('_', '-') + "-" + protocol.toLowerCase(Locale.ROOT);
        }
    }

    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private final TlsFiles certificate;
    private final PemTls identity;

    DeadServers(Path folder) throws Exception {
        certificate = Certificates.create(folder, "upstream", "EC");
        identity = opened(PemTls.open(certificate, Duration.ofHours(1)));
    }

    /** Writes all of them, a sound one behind TLS, and who may use them. */
    void write(ManifestFolder folder) {
        try {
            String ca = Files.readString(certificate.certificates()).replace("\n", "\\n");
            folder.write("ca.yaml", Manifest.secret("ca", "ca.crt", ca));
            for (Dead dead : Dead.values()) {
                String url = url(dead);
                for (String protocol : new String[] {"Legacy", "Modern", "Auto"}) {
                    String more = timeouts(dead) + (dead == Dead.MISNAMED ? TRUSTING : "") + "  protocol: " + protocol;
                    folder.write(dead.key(protocol) + ".yaml", Manifest.server(dead.key(protocol), url, more));
                }
            }
            String sound = tls("127.0.0.1");
            folder.write("sound.yaml", Manifest.server("sound", sound, TRUSTING + "  protocol: Modern"));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        folder.client("alice", "[{server: '*'}]").user("uma", "[{server: '*'}]");
    }

    /** Only silence needs to be waited for: anything else is told at once, however busy the machine is. */
    private static String timeouts(Dead dead) {
        return switch (dead) {
            case SILENT -> "  timeouts: {connect: 20s, request: 400ms, list: 400ms}\n";
            case SILENT_TLS -> "  timeouts: {connect: 400ms, request: 20s, list: 20s}\n";
            case REFUSED,
                    UNRESOLVED,
                    HANGS_UP,
                    PLAIN,
                    STRANGER,
                    MISNAMED,
                    UNAUTHORIZED,
                    FORBIDDEN,
                    MOVED,
                    BUSY,
                    COMPRESSED,
                    WEB_PAGE -> PATIENT;
        };
    }

    private String url(Dead dead) throws Exception {
        return switch (dead) {
            case REFUSED -> "http://127.0.0.1:1/mcp";
            case UNRESOLVED -> "http://nosuch.invalid/mcp";
            case SILENT -> "http://127.0.0.1:" + opened(BluntServer.silent()).port() + "/mcp";
            case SILENT_TLS ->
                "https://127.0.0.1:" + opened(BluntServer.silent()).port() + "/mcp";
            case PLAIN -> {
                var plain = opened(BluntServer.saying("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n"));
                yield "https://127.0.0.1:" + plain.port() + "/mcp";
            }
            case STRANGER -> tls("127.0.0.1");
            case MISNAMED -> tls("127.0.0.2");
            case HANGS_UP -> scripted(Misbehaviour.dead());
            case UNAUTHORIZED -> scripted(Misbehaviour.status(401));
            case FORBIDDEN -> scripted(Misbehaviour.status(403));
            case MOVED -> scripted(Misbehaviour.redirect("/mcp/?key=secret-in-a-query"));
            case BUSY -> scripted(Misbehaviour.status(503));
            case COMPRESSED ->
                scripted(Misbehaviour.result("application/json", new HeaderLine("Content-Encoding", "gzip")));
            case WEB_PAGE -> scripted(Misbehaviour.result("text/html"));
        };
    }

    private String tls(String host) throws Exception {
        return opened(TlsUpstream.start(host, identity.context())).url();
    }

    private String scripted(RecordingUpstream.Behaviour behaviour) {
        RecordingUpstream upstream = opened(RecordingUpstream.modern(Catalogue.empty()));
        upstream.script(request -> true, behaviour);
        return upstream.url();
    }

    private <T extends AutoCloseable> T opened(T part) {
        open.push(part);
        return part;
    }

    void close() throws Exception {
        while (!open.isEmpty()) {
            open.pop().close();
        }
    }
}
