package dev.gatehouse.gateway.door;

import dev.gatehouse.gateway.access.Plane;
import dev.gatehouse.gateway.ledger.Grounds;
import io.undertow.server.HttpServerExchange;
import java.util.Map;

/** What answers on one plane, behind the checks that all planes share. Called on the I/O thread of the request. */
public interface PlaneService {

    Plane plane();

    /** Answers what needs no token, such as a description of the plane. Returns false for everything else. */
    boolean servePublicly(HttpServerExchange http);

    /**
     * Tells the caller no, in the words of the plane. The ledger knows already.
     *
     * @param headers beside those of the plane
     */
    void refuse(HttpServerExchange http, Grounds grounds, Map<String, String> headers);

    /** Serves a request whose caller is known and has room for it. */
    void serve(Visit visit);
}
