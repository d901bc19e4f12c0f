package dev.gatehouse.gateway.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.gateway.access.AccessSnapshot;
import dev.gatehouse.gateway.access.Credential;
import dev.gatehouse.gateway.plan.Caller;
import dev.gatehouse.model.access.Grants;
import dev.gatehouse.model.access.Principal;
import dev.gatehouse.model.resource.Role;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request that may be answered: its caller is known and may call the route.
 *
 * @param asker who asks, under the one configuration that it is judged by
 * @param parameters of the path, decoded
 * @param body empty where the route takes none
 */
record ApiRequest(Caller asker, Map<String, String> parameters, Map<String, String> query, ObjectNode body) {

    AccessSnapshot snapshot() {
        return asker.snapshot();
    }

    Credential credential() {
        return asker.credential();
    }

    Principal caller() {
        return asker.principal();
    }

    Grants grants() {
        return asker.grants();
    }

    boolean isAdmin() {
        return caller().role() == Role.ADMIN;
    }

    /** A parameter that the route's path has. */
    String parameter(String name) {
        String value = parameters.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the route has no parameter " + name);
        }
        return value;
    }

    @Nullable
    String asked(String queryParameter) {
        return query.get(queryParameter);
    }
}
