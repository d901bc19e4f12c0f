package dev.gatehouse.operator.chart;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.testbed.AuditedRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * One verb on one resource, as a role grants it.
 *
 * @param namespace empty where it is granted in all of them
 * @param names empty where it is granted for all names
 */
public record Grant(String namespace, String group, String resource, String verb, Set<String> names) {

    /** Every grant of the roles among these objects. Those of system roles that they only bind are not there. */
    public static List<Grant> of(Rendered rendered, String releaseNamespace) {
        var grants = new ArrayList<Grant>();
        for (JsonNode role : rendered.ofKind("ClusterRole")) {
            add(grants, "", role.path("rules"));
        }
        for (JsonNode role : rendered.ofKind("Role")) {
            String namespace = Rendered.namespace(role);
            add(grants, namespace.isEmpty() ? releaseNamespace : namespace, role.path("rules"));
        }
        return grants;
    }

    private static void add(List<Grant> grants, String namespace, JsonNode rules) {
        for (JsonNode rule : rules) {
            Set<String> names = Set.copyOf(Rendered.texts(rule.path("resourceNames")));
            for (String group : Rendered.texts(rule.path("apiGroups"))) {
                for (String resource : Rendered.texts(rule.path("resources"))) {
                    for (String verb : Rendered.texts(rule.path("verbs"))) {
                        grants.add(new Grant(namespace, group, resource, verb, names));
                    }
                }
            }
        }
    }

    /** Whether this is what allowed a request. */
    public boolean covers(AuditedRequest request) {
        return verb.equals(request.verb())
                && group.equals(request.group())
                && resource.equals(request.resource())
                && (namespace.isEmpty() || namespace.equals(request.namespace()))
                && (names.isEmpty() || names.contains(request.name()));
    }
}
