package dev.gatehouse.gateway.plan;

import dev.gatehouse.gateway.access.AccessSnapshot;
import dev.gatehouse.gateway.access.AccessStore;
import dev.gatehouse.gateway.access.Authentication;
import dev.gatehouse.gateway.access.Authenticator;
import dev.gatehouse.gateway.access.Plane;
import dev.gatehouse.gateway.session.SessionState;
import dev.gatehouse.gateway.session.UpstreamSession;
import dev.gatehouse.gateway.testing.SettableClock;
import dev.gatehouse.gateway.testing.Tokens;
import dev.gatehouse.model.access.ServerId;
import dev.gatehouse.model.access.UpstreamServer;
import dev.gatehouse.model.manifest.ManifestReader;
import dev.gatehouse.model.manifest.ManifestSet;
import dev.gatehouse.model.translate.Environment;
import dev.gatehouse.model.translate.Translator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The configuration of the goldens, made of manifests as a gateway makes it. */
final class PlanWorld {

    private final SettableClock clock = new SettableClock();
    private final AccessSnapshot snapshot;

    PlanWorld(Path manifests) throws IOException {
        var manifest = new ManifestReader(Tokens::of).read("world.yaml", Files.readString(manifests));
        ManifestSet set = ManifestSet.of(List.of(manifest));
        var store = new AccessStore(clock);
        store.publish(new Translator(Environment.DIRECTORY)
                .translate(set.world(Map.of()))
                .config());
        snapshot = Objects.requireNonNull(store.current());
    }

    /** Whoever has the token of this name. */
    Caller caller(String name, Plane plane) {
        Authentication found = new Authenticator(clock).authenticate(snapshot, "Bearer " + Tokens.of(name), plane);
        return switch (found) {
            case Authentication.Authenticated(var credential) -> new Caller(snapshot, credential);
            case Authentication.Refused(var why) -> throw new IllegalArgumentException(name + " is " + why);
        };
    }

    /** A session of the caller at the endpoint, with an upstream session at each server that is named. */
    @Nullable
    SessionState session(Caller caller, Endpoint endpoint, String version) {
        if (version.isEmpty()) {
            return null;
        }
        Map<ServerId, UpstreamSession> upstream = new HashMap<>();
        for (UpstreamServer server : snapshot.servers()) {
            upstream.put(server.id(), new UpstreamSession("session-at-" + server.key(), version));
        }
        return new SessionState(
                caller.principal().key(),
                caller.principal().uid(),
                endpoint.path(),
                version,
                7,
                upstream,
                clock.instant());
    }
}
