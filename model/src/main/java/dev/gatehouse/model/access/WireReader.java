package dev.gatehouse.model.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.model.resource.McpGatewaySpec;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads back what {@link ConfigWire} writes, entry by entry. What does not make sense, or does not add up to the announced
 * digest, is a {@link WireException}: the reader has then to ask for the whole again. Not thread-safe, for one use.
 */
public final class WireReader {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, RuleSet> ruleSets = new HashMap<>();
    private final Map<Grants, Grants> grants = new HashMap<>();
    private final Map<String, String> words = new HashMap<>();
    private final List<UpstreamServer> servers = new ArrayList<>();
    private final List<Principal> principals = new ArrayList<>();
    private final Set<ServerId> removedServers = new LinkedHashSet<>();
    private final Set<PrincipalKey> removedPrincipals = new LinkedHashSet<>();
    private @Nullable McpGatewaySpec gateway;
    private @Nullable StateDigest from;
    private @Nullable StateDigest to;

    /** An entry, or the sum of them, is not what the other end means. */
    public static final class WireException extends Exception {
        private static final long serialVersionUID = 1;

        WireException(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    /** Whether the last entry was seen. */
    public boolean isComplete() {
        return to != null;
    }

    public void accept(byte[] entry) throws WireException {
        try {
            accept(JSON.readTree(entry));
        } catch (IOException | RuntimeException e) {
            throw new WireException("an entry of the configuration cannot be read", e);
        }
    }

    /** The whole configuration that was read. */
    public AccessConfig config() throws WireException {
        if (gateway == null) {
            throw new WireException("the configuration has no settings", null);
        }
        AccessConfig config = AccessConfig.of(gateway, servers, principals);
        if (!config.digest().equals(to)) {
            throw new WireException("the configuration gives " + config.digest() + ", not " + to, null);
        }
        return config;
    }

    /** The delta that was read; applying it proves its digests. */
    public AccessDelta delta() throws WireException {
        if (from == null || to == null) {
            throw new WireException("the delta is not complete", null);
        }
        return new AccessDelta(gateway, servers, removedServers, principals, removedPrincipals, from, to);
    }

    private void accept(JsonNode entry) {
        switch (EntryReader.text(entry, "entry")) {
            case "start" -> from = StateDigest.parse(EntryReader.text(entry, "from"));
            case "gateway" -> gateway = EntryReader.gateway(entry);
            case "server" -> servers.add(EntryReader.server(entry));
            case "removedServer" -> removedServers.add(EntryReader.serverId(entry));
            case "ruleSet" -> {
                RuleSet ruleSet = EntryReader.ruleSet(entry);
                ruleSets.put(ruleSet.digest().hex(), ruleSet);
            }
            case "principal" -> principals.add(EntryReader.principal(entry, this::word, this::grants));
            case "removedPrincipal" -> removedPrincipals.add(EntryReader.principalKey(entry));
            case "end" -> to = StateDigest.parse(EntryReader.text(entry, "digest"));
            default -> throw new IllegalArgumentException("unknown entry");
        }
    }

    /** Namespaces and names of tokens repeat themselves: 100,000 principals share a few instances. */
    private String word(String word) {
        return words.computeIfAbsent(word, absent -> absent);
    }

    private Grants grants(List<String> digests) {
        var referred = new ArrayList<RuleSet>();
        for (String digest : digests) {
            RuleSet ruleSet = ruleSets.get(digest);
            if (ruleSet == null) {
                throw new IllegalArgumentException("a principal refers to a rule set that did not come before it");
            }
            referred.add(ruleSet);
        }
        return grants.computeIfAbsent(new Grants(referred), absent -> absent);
    }
}
