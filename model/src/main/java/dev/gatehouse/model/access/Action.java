package dev.gatehouse.model.access;

/** What a caller asks to do with one server. Names and URIs are the upstream's own, without any prefix. */
public sealed interface Action {

    ServerId server();

    /** List or call a tool. */
    record Tool(ServerId server, String name) implements Action {}

    /** List, get or complete a prompt. */
    record Prompt(ServerId server, String name) implements Action {}

    /** List, read, subscribe to or hear of a resource, by its concrete URI. */
    record Resource(ServerId server, String uri) implements Action {}

    /** List or complete a resource template, by its template string. Reading an expansion is a {@link Resource}. */
    record Template(ServerId server, String uriTemplate) implements Action {}

    /** Know that the server exists: its endpoint, capabilities and instructions. */
    record Server(ServerId server) implements Action {}
}
