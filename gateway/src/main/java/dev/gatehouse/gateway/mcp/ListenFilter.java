package dev.gatehouse.gateway.mcp;

import java.util.List;

/**
 * What a {@code subscriptions/listen} asks for ({@code params.notifications}). Each URI is authorised on its own; what
 * goes upstream is written anew from the part that was granted.
 *
 * @param resourceSubscriptions at most {@value #MAX_URIS}
 */
public record ListenFilter(
        boolean toolsListChanged,
        boolean promptsListChanged,
        boolean resourcesListChanged,
        List<Text> resourceSubscriptions) {

    static final int MAX_URIS = 1_000;

    public ListenFilter {
        resourceSubscriptions = List.copyOf(resourceSubscriptions);
    }
}
