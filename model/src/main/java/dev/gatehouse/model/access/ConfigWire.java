package dev.gatehouse.model.access;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Writes a configuration or a delta as a sequence of entries, each one JSON object in its canonical form, to be framed as
 * lines: a reader needs no more memory than the result. A rule set comes once, before the first principal that refers to
 * it. The last entry says "end" with the digest of the state reached.
 *
 * <p>Upstream credentials are part of it; of client tokens only digests are.
 */
public final class ConfigWire {

    private final Consumer<byte[]> out;
    private final Set<StateDigest> written = new HashSet<>();

    private ConfigWire(Consumer<byte[]> out) {
        this.out = out;
    }

    public static void write(AccessConfig config, Consumer<byte[]> out) {
        var wire = new ConfigWire(out);
        wire.start("config", StateDigest.EMPTY);
        out.accept(GatewayJson.write(config.gateway()));
        config.servers().forEach(server -> out.accept(ServerJson.write(server)));
        config.principals().forEach(wire::principal);
        wire.end(config.digest());
    }

    public static void write(AccessDelta delta, Consumer<byte[]> out) {
        var wire = new ConfigWire(out);
        wire.start("delta", delta.from());
        if (delta.gateway() != null) {
            out.accept(GatewayJson.write(delta.gateway()));
        }
        delta.putServers().forEach(server -> out.accept(ServerJson.write(server)));
        delta.removedServers().forEach(wire::removedServer);
        delta.putPrincipals().forEach(wire::principal);
        delta.removedPrincipals().forEach(wire::removedPrincipal);
        wire.end(delta.to());
    }

    private void start(String what, StateDigest from) {
        out.accept(CanonicalJson.write(json -> {
            json.writeStringField("entry", "start");
            json.writeStringField("from", from.hex());
            json.writeStringField("what", what);
        }));
    }

    private void end(StateDigest digest) {
        out.accept(CanonicalJson.write(json -> {
            json.writeStringField("digest", digest.hex());
            json.writeStringField("entry", "end");
        }));
    }

    private void principal(Principal principal) {
        for (RuleSet ruleSet : principal.grants().ruleSets()) {
            if (written.add(ruleSet.digest())) {
                out.accept(RuleSetJson.write(ruleSet.origin(), ruleSet.servers()));
            }
        }
        out.accept(PrincipalJson.write(principal));
    }

    private void removedServer(ServerId id) {
        out.accept(CanonicalJson.write(json -> {
            json.writeStringField("entry", "removedServer");
            json.writeStringField("name", id.name());
            json.writeStringField("namespace", id.namespace());
        }));
    }

    private void removedPrincipal(PrincipalKey key) {
        out.accept(CanonicalJson.write(json -> {
            json.writeStringField("entry", "removedPrincipal");
            json.writeStringField("kind", key.kind().name());
            json.writeStringField("name", key.name());
            json.writeStringField("namespace", key.namespace());
        }));
    }
}
