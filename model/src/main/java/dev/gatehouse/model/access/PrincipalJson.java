package dev.gatehouse.model.access;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.gatehouse.model.resource.ClientLimits;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The canonical form of a principal. It names its rule sets by their digests and so pins their content. */
final class PrincipalJson {

    private PrincipalJson() {}

    static byte[] write(Principal principal) {
        return CanonicalJson.write(json -> {
            json.writeStringField("entry", "principal");
            json.writeNumberField("generation", principal.generation());
            json.writeStringField("kind", principal.key().kind().name());
            limits(json, principal.limits());
            json.writeStringField("name", principal.key().name());
            json.writeStringField("namespace", principal.key().namespace());
            CanonicalJson.optional(json, "role", principal.role());
            json.writeArrayFieldStart("ruleSets");
            for (RuleSet ruleSet : principal.grants().ruleSets()) {
                json.writeString(ruleSet.digest().hex());
            }
            json.writeEndArray();
            serviceAccounts(json, principal.serviceAccounts());
            json.writeArrayFieldStart("tokens");
            for (TokenGrant token : principal.tokens()) {
                token(json, token);
            }
            json.writeEndArray();
            json.writeStringField("uid", principal.uid());
        });
    }

    static void limits(JsonGenerator json, @Nullable ClientLimits limits) throws IOException {
        if (limits == null) {
            return;
        }
        json.writeObjectFieldStart("limits");
        CanonicalJson.optionalNumber(json, "maxConcurrent", limits.maxConcurrent());
        CanonicalJson.optionalNumber(json, "requestsPerMinute", limits.requestsPerMinute());
        json.writeEndObject();
    }

    private static void serviceAccounts(JsonGenerator json, List<ServiceAccountId> accounts) throws IOException {
        if (accounts.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart("serviceAccounts");
        for (ServiceAccountId account : accounts) {
            json.writeStartObject();
            json.writeStringField("name", account.name());
            json.writeStringField("namespace", account.namespace());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void token(JsonGenerator json, TokenGrant token) throws IOException {
        json.writeStartObject();
        CanonicalJson.optional(json, "expiresAt", token.expiresAt());
        json.writeStringField("name", token.name());
        CanonicalJson.optional(json, "notBefore", token.notBefore());
        json.writeStringField("sha256", token.digest().hex());
        json.writeEndObject();
    }
}
