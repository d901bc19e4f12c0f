package dev.gatehouse.gateway.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.gateway.ledger.Grounds;
import dev.gatehouse.gateway.ledger.Judgement;
import dev.gatehouse.model.access.Principal;
import dev.gatehouse.model.access.PrincipalKey;
import dev.gatehouse.model.access.PrincipalKind;
import dev.gatehouse.model.access.TokenGrant;
import dev.gatehouse.model.resource.ClientLimits;
import dev.gatehouse.model.resource.Role;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Clients and users. Of a token its name, fingerprint and time are shown, never itself or its digest. */
final class PrincipalsView {

    private static final int USUAL_PAGE = 100;
    private static final int LARGEST_PAGE = 1_000;

    private final Clock clock;

    PrincipalsView(Clock clock) {
        this.clock = clock;
    }

    RouteAnswer whoami(ApiRequest request) {
        Principal caller = request.caller();
        ObjectNode json = identity(caller.key()).put("role", role(caller.role()));
        json.set("tokens", tokens(caller.tokens()));
        json.put("token", request.credential().token().name());
        return RouteAnswer.ownView(json);
    }

    RouteAnswer list(ApiRequest request, PrincipalKind kind) {
        Paging paging = Paging.of(request, USUAL_PAGE, LARGEST_PAGE);
        PrincipalKey after = paging == null || paging.after() == null
                ? null
                : PrincipalPage.key(kind.label() + "/" + paging.after());
        if (paging == null || (paging.after() != null && after == null)) {
            return RouteAnswer.refused(ProblemKind.MALFORMED_QUERY, Grounds.MALFORMED_QUERY);
        }
        var page = PrincipalPage.of(
                request.snapshot(), principal -> principal.key().kind() == kind, after, paging.limit());
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode entries = json.putArray(kind == PrincipalKind.CLIENT ? "clients" : "users");
        page.principals().forEach(principal -> entries.add(json(principal)));
        if (page.more()) {
            PrincipalKey last = page.principals().getLast().key();
            json.put("next", last.namespace() + "/" + last.name());
        }
        return RouteAnswer.toAdmin(json);
    }

    RouteAnswer one(ApiRequest request, PrincipalKind kind) {
        var key = new PrincipalKey(kind, request.parameter("namespace"), request.parameter("name"));
        Principal principal = request.snapshot().principal(key);
        RouteAnswer answer = principal == null
                ? RouteAnswer.absent(Judgement.allowed(Grounds.UNKNOWN_PRINCIPAL))
                : RouteAnswer.toAdmin(json(principal));
        return answer.about(null, key.toString());
    }

    static ObjectNode identity(PrincipalKey key) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("kind", key.kind().label())
                .put("namespace", key.namespace())
                .put("name", key.name());
    }

    private ObjectNode json(Principal principal) {
        ObjectNode json = identity(principal.key());
        if (principal.role() != null) {
            json.put("role", role(principal.role()));
        }
        json.put("usable", isUsable(principal));
        json.set("tokens", tokens(principal.tokens()));
        ClientLimits limits = principal.limits();
        if (limits != null) {
            ObjectNode shown = json.putObject("limits");
            number(shown, "requestsPerMinute", limits.requestsPerMinute());
            number(shown, "maxConcurrent", limits.maxConcurrent());
        }
        ArrayNode ruleSets = json.putArray("ruleSets");
        principal.grants().ruleSets().forEach(ruleSet -> ruleSets.add(ruleSet.origin()));
        return json;
    }

    /** Whether any of its tokens authenticates it now. One that is suspended or invalid has none. */
    private boolean isUsable(Principal principal) {
        return principal.tokens().stream().anyMatch(token -> token.isValidAt(clock.instant()));
    }

    private static ArrayNode tokens(List<TokenGrant> tokens) {
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        for (TokenGrant token : tokens) {
            ObjectNode shown = json.addObject()
                    .put("name", token.name())
                    .put("fingerprint", token.digest().fingerprint());
            if (token.notBefore() != null) {
                shown.put("notBefore", token.notBefore().toString());
            }
            if (token.expiresAt() != null) {
                shown.put("expiresAt", token.expiresAt().toString());
            }
        }
        return json;
    }

    /** As manifests spell it. */
    private static String role(@Nullable Role role) {
        return role == Role.ADMIN ? "Admin" : "User";
    }

    private static void number(ObjectNode json, String name, @Nullable Integer value) {
        if (value != null) {
            json.put(name, value);
        }
    }
}
