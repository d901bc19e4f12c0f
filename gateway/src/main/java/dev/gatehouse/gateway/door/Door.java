package dev.gatehouse.gateway.door;

import dev.gatehouse.gateway.access.AccessSnapshot;
import dev.gatehouse.gateway.access.AccessStore;
import dev.gatehouse.gateway.access.Authentication;
import dev.gatehouse.gateway.access.Authenticator;
import dev.gatehouse.gateway.access.Credential;
import dev.gatehouse.gateway.access.Plane;
import dev.gatehouse.gateway.ledger.Entry;
import dev.gatehouse.gateway.ledger.Grounds;
import dev.gatehouse.gateway.ledger.Ledger;
import dev.gatehouse.gateway.limits.Admission;
import dev.gatehouse.gateway.limits.PrincipalLimiter;
import dev.gatehouse.gateway.plan.Caller;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.util.Map;

/**
 * The order in which a request is judged, on whichever plane: is it a request at all, is there a configuration, whose is
 * it, is there room for it. Then its plane serves it.
 */
final class Door implements HttpHandler {

    private static final String RETRY_AFTER = "Retry-After";

    private final AccessStore store;
    private final Authenticator authenticator;
    private final PrincipalLimiter limiter;
    private final Ledger ledger;
    private final Planes planes;

    Door(AccessStore store, Authenticator authenticator, PrincipalLimiter limiter, Ledger ledger, Planes planes) {
        this.store = store;
        this.authenticator = authenticator;
        this.limiter = limiter;
        this.ledger = ledger;
        this.planes = planes;
    }

    @Override
    public void handleRequest(HttpServerExchange http) {
        PlaneService service = planes.at(http.getRequestPath());
        AccessSnapshot snapshot = store.current();
        Plane plane = service == null ? Plane.MCP : service.plane();
        Entry entry = ledger.received(plane, http.getRequestMethod().toString(), () -> Remote.address(http));
        Grounds objection = Guard.objection(http.getRequestHeaders(), snapshot);
        if (service == null) {
            entry.wentTo(http.getRequestPath());
            entry.refused(objection == null ? Grounds.NO_SUCH_ENDPOINT : objection);
            Nowhere.answer(http, objection);
        } else if (objection != null) {
            http.setPersistent(false);
            refuse(service, http, entry, objection, Map.of());
        } else if (!service.servePublicly(http)) {
            if (snapshot == null) {
                refuse(service, http, entry, Grounds.NO_CONFIGURATION, Map.of(RETRY_AFTER, "1"));
            } else {
                authenticate(service, http, entry, snapshot);
            }
        }
    }

    private void authenticate(PlaneService service, HttpServerExchange http, Entry entry, AccessSnapshot snapshot) {
        entry.judgedBy(snapshot.version());
        String authorization = http.getRequestHeaders().getFirst(Headers.AUTHORIZATION);
        switch (authenticator.authenticate(snapshot, authorization, service.plane())) {
            case Authentication.Authenticated(Credential credential) -> {
                entry.authenticated(credential);
                admit(service, new Visit(http, new Caller(snapshot, credential), entry));
            }
            case Authentication.Refused(Authentication.Why why) ->
                refuse(
                        service,
                        http,
                        entry,
                        TokenMistakes.grounds(why, authorization, http.getQueryString()),
                        Map.of());
        }
    }

    private void admit(PlaneService service, Visit visit) {
        switch (limiter.tryAcquire(visit.caller().snapshot(), visit.caller().principal())) {
            case Admission.Admitted place -> {
                visit.http().addExchangeCompleteListener((ended, next) -> {
                    place.release();
                    next.proceed();
                });
                service.serve(visit);
            }
            case Admission.Limited limited -> {
                String seconds = Long.toString(Math.max(1, limited.retryAfter().toSeconds()));
                refuse(service, visit.http(), visit.entry(), Grounds.of(limited.limit()), Map.of(RETRY_AFTER, seconds));
            }
        }
    }

    private static void refuse(
            PlaneService service, HttpServerExchange http, Entry entry, Grounds grounds, Map<String, String> headers) {
        entry.refused(grounds);
        service.refuse(http, grounds, headers);
    }
}
