package dev.gatehouse.testbed;

/**
 * A request as RBAC sees it, and the status code of its answer.
 *
 * @param group of the API; empty for the core one and for what is no resource
 * @param resource with its subresource, such as {@code mcpclients/status}; empty for what is no resource
 * @param namespace empty where the request is about all of them, or about something that is in none
 * @param name empty where the request is about more than one object, or makes one
 */
public record AuditedRequest(
        String verb, String group, String resource, String namespace, String name, String uri, int code) {}
