package dev.gatehouse.model.manifest;

import dev.gatehouse.model.resource.ClientLimits;
import dev.gatehouse.model.resource.IssuedToken;
import dev.gatehouse.model.resource.McpClientSpec;
import dev.gatehouse.model.resource.McpUserSpec;
import dev.gatehouse.model.resource.Role;
import dev.gatehouse.model.resource.SecretKeyRef;
import dev.gatehouse.model.resource.ServiceAccountRef;
import dev.gatehouse.model.resource.TokenSource;

/** Reads clients and users. */
final class PrincipalReader {

    private PrincipalReader() {}

    static McpClientSpec client(Fields fields) {
        return new McpClientSpec(
                fields.text("description"),
                fields.list("tokens", value -> value.fields(PrincipalReader::token)),
                fields.object("issue", PrincipalReader::issue),
                fields.list(
                        "serviceAccounts",
                        value -> value.fields(account -> new ServiceAccountRef(account.requiredText("name")))),
                fields.list("allow", value -> value.fields(RuleReader::rule)),
                fields.list("allowListRefs", value -> value.fields(RuleReader::allowListRef)),
                fields.object("limits", PrincipalReader::limits),
                fields.bool("suspend"));
    }

    static McpUserSpec user(Fields fields) {
        return new McpUserSpec(
                fields.text("displayName"),
                fields.text("email"),
                fields.constant("role", Role.class),
                fields.list("tokens", value -> value.fields(PrincipalReader::token)),
                fields.object("issue", PrincipalReader::issue),
                fields.list("allow", value -> value.fields(RuleReader::rule)),
                fields.list("allowListRefs", value -> value.fields(RuleReader::allowListRef)),
                fields.object("limits", PrincipalReader::limits),
                fields.bool("suspend"));
    }

    static ClientLimits limits(Fields fields) {
        return new ClientLimits(
                fields.integer("requestsPerMinute", ClientLimits.REQUESTS_PER_MINUTE),
                fields.integer("maxConcurrent", ClientLimits.MAX_CONCURRENT));
    }

    static SecretKeyRef secretRef(Fields fields) {
        return new SecretKeyRef(fields.requiredText("name"), fields.text("key"));
    }

    private static TokenSource token(Fields fields) {
        return new TokenSource(
                fields.text("name"),
                fields.object("secretRef", PrincipalReader::secretRef),
                fields.text("sha256"),
                fields.text("file"),
                fields.text("env"),
                fields.instant("notBefore"),
                fields.instant("expiresAt"));
    }

    private static IssuedToken issue(Fields fields) {
        return new IssuedToken(
                fields.requiredText("secretName"), fields.duration("rotateEvery"), fields.duration("overlap"));
    }
}
