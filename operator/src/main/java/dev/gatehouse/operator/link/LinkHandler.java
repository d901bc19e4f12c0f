package dev.gatehouse.operator.link;

import dev.gatehouse.model.access.StateDigest;
import dev.gatehouse.model.link.Acknowledgement;
import dev.gatehouse.model.link.GatewayReport;
import dev.gatehouse.model.link.LinkException;
import dev.gatehouse.model.link.LinkProtocol;
import dev.gatehouse.model.link.ReportJson;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HttpString;
import io.undertow.util.SameThreadExecutor;
import io.undertow.util.StatusCodes;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.regex.Pattern;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/**
 * What a gateway may ask. Whoever comes here has shown a gateway's certificate in the handshake; that it is still good is
 * looked at again, as a resumed TLS session shows none.
 */
final class LinkHandler implements HttpHandler {

    private static final HttpString LEADER = new HttpString(LinkProtocol.LEADER_HEADER);
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._:+-]{1," + LinkProtocol.MAX_NAME + "}");

    private static final Pattern VERSION = Pattern.compile("[0-9]{1,18}");

    /** How far ahead of this one an earlier leader's clock may have been; versions are times. */
    private static final Duration FASTEST_CLOCK = Duration.ofDays(366);

    private final Doors doors;
    private final Replicas replicas;
    private final Executor threads;
    private final Clock clock;

    /** Whether gateways are served here, and what opens a stream for one. */
    interface Doors {
        boolean areOpen();

        Optional<String> leader();

        void open(HttpServerExchange exchange, Dialler gateway);
    }

    LinkHandler(Doors doors, Replicas replicas, Executor threads, Clock clock) {
        this.doors = doors;
        this.replicas = replicas;
        this.threads = threads;
        this.clock = clock;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        X509Certificate certificate = certificate(exchange);
        if (certificate == null
                || !clock.instant().isBefore(certificate.getNotAfter().toInstant())) {
            answer(exchange, StatusCodes.FORBIDDEN);
        } else if (!doors.areOpen()) {
            doors.leader().ifPresent(leader -> exchange.getResponseHeaders().put(LEADER, leader));
            answer(exchange, StatusCodes.SERVICE_UNAVAILABLE);
        } else {
            route(exchange, certificate);
        }
    }

    private void route(HttpServerExchange exchange, X509Certificate certificate) {
        String call = exchange.getRequestMethod() + " " + exchange.getRequestPath();
        switch (call) {
            case "GET " + LinkProtocol.LINK_PATH -> link(exchange, certificate);
            case "POST " + LinkProtocol.ACKNOWLEDGE_PATH ->
                take(exchange, Acknowledgement.MAX_LENGTH, body -> replicas.acknowledged(Acknowledgement.parse(body)));
            case "POST " + LinkProtocol.REPORT_PATH ->
                take(exchange, GatewayReport.MAX_LENGTH, body -> replicas.reported(ReportJson.parse(body)));
            default -> answer(exchange, StatusCodes.NOT_FOUND);
        }
    }

    private void link(HttpServerExchange exchange, X509Certificate certificate) {
        String name = parameter(exchange, LinkProtocol.NAME);
        String software = parameter(exchange, LinkProtocol.SOFTWARE);
        String have = parameter(exchange, LinkProtocol.HAVE);
        boolean sameProtocol =
                Integer.toString(LinkProtocol.VERSION).equals(parameter(exchange, LinkProtocol.PROTOCOL));
        if (!sameProtocol || name == null || software == null) {
            answer(exchange, StatusCodes.BAD_REQUEST);
            return;
        }
        StateDigest digest;
        try {
            digest = have == null ? null : StateDigest.parse(have);
        } catch (IllegalArgumentException e) {
            answer(exchange, StatusCodes.BAD_REQUEST);
            return;
        }
        var gateway = new Dialler(
                name,
                software,
                digest,
                seen(exchange),
                certificate.getNotAfter().toInstant());
        exchange.dispatch(SameThreadExecutor.INSTANCE, () -> doors.open(exchange, gateway));
    }

    /** 0 also for what no operator can have published: a gateway that lies must not use up the numbers there are. */
    private long seen(HttpServerExchange exchange) {
        String seen = parameter(exchange, LinkProtocol.SEEN);
        if (seen == null || !VERSION.matcher(seen).matches()) {
            return 0;
        }
        long version = Long.parseLong(seen);
        return version <= clock.instant().plus(FASTEST_CLOCK).toEpochMilli() ? version : 0;
    }

    /** Takes a body; false means that there is no such stream (any more), which its sender has to be told. */
    private interface Body {
        boolean taken(byte[] body) throws LinkException;
    }

    private void take(HttpServerExchange exchange, int maxLength, Body body) {
        exchange.setMaxEntitySize(maxLength);
        exchange.getRequestReceiver()
                .receiveFullBytes(
                        (_, bytes) -> exchange.dispatch(threads, () -> {
                            try {
                                answer(exchange, body.taken(bytes) ? StatusCodes.NO_CONTENT : StatusCodes.GONE);
                            } catch (LinkException e) {
                                answer(exchange, StatusCodes.BAD_REQUEST);
                            }
                        }),
                        (_, _) -> answer(exchange, StatusCodes.REQUEST_ENTITY_TOO_LARGE));
    }

    private static void answer(HttpServerExchange exchange, int status) {
        exchange.setStatusCode(status);
        exchange.endExchange();
    }

    private static @Nullable X509Certificate certificate(HttpServerExchange exchange) {
        try {
            var tls = exchange.getConnection().getSslSession();
            return tls == null ? null : (X509Certificate) tls.getPeerCertificates()[0];
        } catch (SSLPeerUnverifiedException e) {
            return null;
        }
    }

    /** Null when it is absent or longer or stranger than a name or digest is. */
    private static @Nullable String parameter(HttpServerExchange exchange, String name) {
        Deque<String> values = exchange.getQueryParameters().get(name);
        return values == null
                        || values.size() != 1
                        || !NAME.matcher(values.getFirst()).matches()
                ? null
                : values.getFirst();
    }
}
