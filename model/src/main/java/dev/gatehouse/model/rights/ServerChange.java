package dev.gatehouse.model.rights;

import dev.gatehouse.model.access.ServerId;
import dev.gatehouse.model.access.UpstreamServer;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What changes about a server itself.
 *
 * @param before how it was, where that can be told
 * @param now how it is
 */
public record ServerChange(
        ServerId server,
        Aspect aspect,
        @Nullable String before,
        @Nullable String now) {

    /** What of it. */
    public enum Aspect {
        /** Calls can reach it now. */
        ADDED("is served now"),
        /** Calls cannot reach it any more. */
        REMOVED("is not served any more"),
        /** Another server answers under the old rights. */
        ADDRESS("has another address"),
        /** Others may pose as it. */
        CERTIFICATES("trusts other certificates"),
        KEY("is exposed under another key"),
        CREDENTIALS("is called with other credentials");

        private final String label;

        Aspect(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** Whether rights then reach something that nobody had agreed to. */
    public boolean widens() {
        return aspect == Aspect.ADDRESS || aspect == Aspect.CERTIFICATES;
    }

    static List<ServerChange> between(
            SortedMap<ServerId, UpstreamServer> before, SortedMap<ServerId, UpstreamServer> now) {
        var ids = new TreeSet<>(before.keySet());
        ids.addAll(now.keySet());
        var changes = new ArrayList<ServerChange>();
        for (ServerId id : ids) {
            UpstreamServer old = before.get(id);
            UpstreamServer next = now.get(id);
            if (old == null && next != null) {
                changes.add(new ServerChange(id, Aspect.ADDED, null, address(next.url())));
            } else if (old != null && next == null) {
                changes.add(new ServerChange(id, Aspect.REMOVED, address(old.url()), null));
            } else if (old != null && next != null) {
                compare(old, next, changes);
            }
        }
        return changes;
    }

    private static void compare(UpstreamServer old, UpstreamServer next, List<ServerChange> changes) {
        if (!old.url().equals(next.url())) {
            changes.add(new ServerChange(next.id(), Aspect.ADDRESS, address(old.url()), address(next.url())));
        }
        if (!Objects.equals(old.ca(), next.ca())) {
            changes.add(new ServerChange(next.id(), Aspect.CERTIFICATES, null, null));
        }
        if (!old.key().equals(next.key())) {
            changes.add(new ServerChange(next.id(), Aspect.KEY, old.key(), next.key()));
        }
        if (!old.headers().equals(next.headers())) {
            changes.add(new ServerChange(next.id(), Aspect.CREDENTIALS, null, null));
        }
    }

    /** Without the query: what stands there may be a secret. */
    private static String address(URI url) {
        String text = url.toString();
        int query = text.indexOf('?');
        return query < 0 ? text : text.substring(0, query) + "?…";
    }
}
