package dev.gatehouse.model.access;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.model.access.NamePatterns.IndexedGlob;
import dev.gatehouse.model.resource.ClientLimits;
import dev.gatehouse.model.resource.McpGatewaySpec;
import dev.gatehouse.model.resource.McpServerSpec;
import dev.gatehouse.model.resource.Role;
import dev.gatehouse.model.resource.SecretValue;
import dev.gatehouse.model.resource.Timeouts;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Turns the canonical form of single entries back into values. Throws unchecked exceptions on what it does not expect. */
final class EntryReader {

    private EntryReader() {}

    static String text(JsonNode entry, String name) {
        String text = optionalText(entry, name);
        if (text == null) {
            throw new IllegalArgumentException("no text under " + name);
        }
        return text;
    }

    static ServerId serverId(JsonNode entry) {
        return new ServerId(text(entry, "namespace"), text(entry, "name"));
    }

    static PrincipalKey principalKey(JsonNode entry) {
        return new PrincipalKey(
                PrincipalKind.valueOf(text(entry, "kind")), text(entry, "namespace"), text(entry, "name"));
    }

    static Principal principal(JsonNode entry, UnaryOperator<String> shared, Function<List<String>, Grants> grants) {
        String role = optionalText(entry, "role");
        PrincipalKey key = principalKey(entry);
        return new Principal(
                new PrincipalKey(key.kind(), shared.apply(key.namespace()), key.name()),
                text(entry, "uid"),
                number(entry, "generation"),
                role == null ? null : Role.valueOf(role),
                list(entry, "tokens", token -> token(token, shared)),
                entry.has("serviceAccounts")
                        ? list(entry, "serviceAccounts", account -> serviceAccount(account, shared))
                        : List.of(),
                grants.apply(list(entry, "ruleSets", JsonNode::textValue)),
                limits(entry.get("limits")));
    }

    private static ServiceAccountId serviceAccount(JsonNode account, UnaryOperator<String> shared) {
        return new ServiceAccountId(shared.apply(text(account, "namespace")), text(account, "name"));
    }

    private static TokenGrant token(JsonNode token, UnaryOperator<String> shared) {
        return new TokenGrant(
                TokenDigest.parse(text(token, "sha256")),
                shared.apply(text(token, "name")),
                instant(token, "notBefore"),
                instant(token, "expiresAt"));
    }

    static UpstreamServer server(JsonNode entry) {
        String ca = optionalText(entry, "ca");
        JsonNode timeouts = entry.get("timeouts");
        return new UpstreamServer(
                serverId(entry),
                text(entry, "key"),
                text(entry, "uid"),
                number(entry, "generation"),
                URI.create(text(entry, "url")),
                McpServerSpec.Transport.valueOf(text(entry, "transport")),
                McpServerSpec.Protocol.valueOf(text(entry, "protocol")),
                list(
                        entry,
                        "headers",
                        header -> new UpstreamServer.Header(text(header, "name"), secret(text(header, "value")))),
                ca == null ? null : secret(ca),
                new Timeouts(duration(timeouts, "connect"), duration(timeouts, "request"), duration(timeouts, "list")));
    }

    private static SecretValue secret(String base64) {
        return SecretValue.of(Base64.getDecoder().decode(base64));
    }

    static McpGatewaySpec gateway(JsonNode entry) {
        JsonNode limits = entry.get("gatewayLimits");
        return new McpGatewaySpec(
                optionalText(entry, "publicUrl"),
                list(entry, "allowedOrigins", JsonNode::textValue),
                list(entry, "allowedHosts", JsonNode::textValue),
                new McpGatewaySpec.Limits(
                        number(limits, "bodyBytes"),
                        Math.toIntExact(number(limits, "headerBytes")),
                        Math.toIntExact(number(limits, "concurrentStreams")),
                        limits(limits.get("limits"))),
                new McpGatewaySpec.Sessions(duration(entry, "idleTimeout")),
                new McpGatewaySpec.Audit(entry.get("logArguments").booleanValue()),
                new McpGatewaySpec.Staleness(duration(entry, "stalenessDenyAfter")));
    }

    static RuleSet ruleSet(JsonNode entry) {
        return RuleSet.of(text(entry, "origin"), list(entry, "servers", EntryReader::serverRules));
    }

    private static ServerRules serverRules(JsonNode rules) {
        return new ServerRules(
                serverId(rules),
                rules.has("wholeServer") ? rules.get("wholeServer").intValue() : NamePatterns.NO_RULE,
                nameRules(rules.get("tools")),
                nameRules(rules.get("prompts")),
                nameRules(rules.get("resources")));
    }

    private static NameRules nameRules(JsonNode rules) {
        return new NameRules(patterns(rules.get("grant")), patterns(rules.get("except")));
    }

    private static NamePatterns patterns(@Nullable JsonNode patterns) {
        if (patterns == null) {
            return NamePatterns.NONE;
        }
        var exact = new HashMap<String, Integer>();
        patterns.get("exact")
                .properties()
                .forEach(name -> exact.put(name.getKey(), name.getValue().intValue()));
        return new NamePatterns(
                exact,
                list(
                        patterns,
                        "globs",
                        glob -> new IndexedGlob(Glob.of(text(glob, "glob")), Math.toIntExact(number(glob, "rule")))));
    }

    private static @Nullable ClientLimits limits(@Nullable JsonNode limits) {
        return limits == null
                ? null
                : new ClientLimits(optionalInt(limits, "requestsPerMinute"), optionalInt(limits, "maxConcurrent"));
    }

    private static @Nullable Integer optionalInt(JsonNode entry, String name) {
        return entry.has(name) ? Integer.valueOf(Math.toIntExact(number(entry, name))) : null;
    }

    private static long number(JsonNode entry, String name) {
        JsonNode value = entry.get(name);
        if (value == null || !value.isIntegralNumber()) {
            throw new IllegalArgumentException("no number under " + name);
        }
        return value.longValue();
    }

    private static @Nullable String optionalText(JsonNode entry, String name) {
        JsonNode value = entry.get(name);
        return value == null ? null : value.textValue();
    }

    private static @Nullable Duration duration(JsonNode entry, String name) {
        String text = optionalText(entry, name);
        return text == null ? null : Duration.parse(text);
    }

    private static @Nullable Instant instant(JsonNode entry, String name) {
        String text = optionalText(entry, name);
        return text == null ? null : Instant.parse(text);
    }

    private static <T> List<T> list(JsonNode entry, String name, Function<JsonNode, T> reader) {
        var list = new ArrayList<T>();
        for (JsonNode item : entry.get(name)) {
            list.add(reader.apply(item));
        }
        return list;
    }
}
