package dev.gatehouse.gateway.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.gateway.LogKeys;
import dev.gatehouse.gateway.access.Plane;
import dev.gatehouse.gateway.api.ApiRoute.Caller;
import dev.gatehouse.gateway.api.RouteTable.Match;
import dev.gatehouse.gateway.door.MediaTypes;
import dev.gatehouse.gateway.door.PlaneService;
import dev.gatehouse.gateway.door.Visit;
import dev.gatehouse.gateway.ledger.Grounds;
import dev.gatehouse.gateway.mcp.BoundedJson;
import dev.gatehouse.gateway.mcp.StrictObject;
import dev.gatehouse.model.resource.Role;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.SameThreadExecutor;
import io.undertow.util.StatusCodes;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves the management API. In this order: for which route, may this role, is the query sound, is the body; and only then
 * what the route does, on a virtual thread. Thread-safe.
 */
public final class ManagementApi implements PlaneService, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ManagementApi.class);
    private static final ObjectNode NO_BODY = JsonNodeFactory.instance.objectNode();

    private final ApiRoutes routes;
    private final ExecutorService virtualThreads = Executors.newVirtualThreadPerTaskExecutor();

    public ManagementApi(ApiRoutes routes) {
        this.routes = routes;
    }

    @Override
    public Plane plane() {
        return Plane.API;
    }

    @Override
    public boolean servePublicly(HttpServerExchange http) {
        boolean isPublic = match(http) instanceof Match.Found(ApiRoute route, var _) && route.caller() == Caller.ANYONE;
        if (isPublic) {
            ApiExchange.send(http, routes.description());
        }
        return isPublic;
    }

    @Override
    public void refuse(HttpServerExchange http, Grounds grounds, Map<String, String> headers) {
        headers.forEach((name, value) -> http.getResponseHeaders().put(new HttpString(name), value));
        ApiExchange.send(http, RouteAnswer.refused(ProblemKind.of(grounds), grounds));
    }

    @Override
    public void serve(Visit visit) {
        route(new ApiExchange(visit), match(visit.http()));
    }

    /** Ends what is still under way. */
    @Override
    public void close() {
        virtualThreads.shutdownNow();
    }

    private static Match match(HttpServerExchange http) {
        return RouteTable.find(http.getRequestMethod().toString(), path(http));
    }

    private void route(ApiExchange exchange, Match match) {
        switch (match) {
            case Match.Nowhere() -> exchange.finish(ProblemKind.NOT_FOUND, Grounds.NO_SUCH_ROUTE);
            case Match.OtherMethod(String allow) -> {
                exchange.http().getResponseHeaders().put(Headers.ALLOW, allow);
                if (exchange.http().getRequestMethod().equalToString("OPTIONS")) {
                    exchange.finish(RouteAnswer.empty(StatusCodes.NO_CONTENT, Grounds.PUBLIC));
                } else {
                    exchange.finish(ProblemKind.METHOD_NOT_ALLOWED, Grounds.VERB);
                }
            }
            case Match.Found(ApiRoute route, var parameters) -> {
                exchange.isFor(route);
                authorize(exchange, route, parameters);
            }
        }
    }

    private void authorize(ApiExchange exchange, ApiRoute route, Map<String, String> parameters) {
        boolean admin = exchange.caller().principal().role() == Role.ADMIN;
        if (route.caller() == Caller.ADMIN && !admin) {
            exchange.finish(ProblemKind.ADMINS_ONLY, Grounds.ADMINS_ONLY);
            return;
        }
        Map<String, String> query = QueryString.parse(exchange.http().getQueryString(), route.query());
        if (query == null) {
            exchange.finish(ProblemKind.MALFORMED_QUERY, Grounds.MALFORMED_QUERY);
        } else if (route.takesBody()) {
            takeIn(exchange, route, parameters, query);
        } else {
            exchange.http()
                    .dispatch(SameThreadExecutor.INSTANCE, () -> serve(exchange, route, parameters, query, NO_BODY));
        }
    }

    private void takeIn(
            ApiExchange exchange, ApiRoute route, Map<String, String> parameters, Map<String, String> query) {
        HttpServerExchange http = exchange.http();
        long limit = exchange.caller().snapshot().gateway().limits().bodyBytes();
        if (!MediaTypes.isPlainJson(http.getRequestHeaders())) {
            exchange.finish(ProblemKind.MEDIA_TYPE, Grounds.MEDIA_TYPE);
        } else if (http.getRequestContentLength() > limit) {
            exchange.finish(ProblemKind.BODY_TOO_LARGE, Grounds.BODY_TOO_LARGE);
        } else {
            var listener = new BodyIntake.Listener() {
                @Override
                public void whole(byte[] bytes) {
                    ObjectNode body = StrictObject.is(bytes) ? BoundedJson.object(bytes) : null;
                    if (body == null) {
                        exchange.finish(ProblemKind.MALFORMED_BODY, Grounds.MALFORMED_BODY);
                    } else {
                        serve(exchange, route, parameters, query, body);
                    }
                }

                @Override
                public void refused(ProblemKind problem, Grounds grounds) {
                    exchange.finish(problem, grounds);
                }
            };
            http.dispatch(SameThreadExecutor.INSTANCE, new BodyIntake(http, limit, listener)::start);
        }
    }

    private void serve(
            ApiExchange exchange,
            ApiRoute route,
            Map<String, String> parameters,
            Map<String, String> query,
            ObjectNode body) {
        var request = new ApiRequest(exchange.caller(), parameters, query, body);
        virtualThreads.execute(() -> {
            RouteAnswer answer = answer(route, request);
            exchange.http().getIoThread().execute(() -> exchange.finish(answer));
        });
    }

    /** A bug denies. */
    private RouteAnswer answer(ApiRoute route, ApiRequest request) {
        try {
            return routes.serve(route, request);
        } catch (RuntimeException e) {
            LOG.atError()
                    .setCause(e)
                    .addKeyValue(LogKeys.METHOD, route.auditMethod())
                    .log("A request failed inside the gateway and was refused");
            return RouteAnswer.refused(ProblemKind.INTERNAL_ERROR, Grounds.INTERNAL_ERROR);
        }
    }

    /** As it stands in the request, without anything that a parser took away. */
    private static String path(HttpServerExchange http) {
        return http.isHostIncludedInRequestURI() ? http.getRequestPath() : http.getRequestURI();
    }
}
