package dev.gatehouse.model.translate;

import dev.gatehouse.model.resource.AllowListRef;
import dev.gatehouse.model.resource.ClientLimits;
import dev.gatehouse.model.resource.IssuedToken;
import dev.gatehouse.model.resource.McpClientSpec;
import dev.gatehouse.model.resource.ObjectName;
import dev.gatehouse.model.resource.ServiceAccountRef;
import dev.gatehouse.model.resource.TokenSource;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Judges a client or user by itself. */
final class PrincipalCheck {

    private static final Set<String> RESERVED_NAMES =
            Set.of(IssuedToken.NAME, IssuedToken.NEXT_NAME, IssuedToken.PREVIOUS_NAME);

    /** A folder has two more than {@link TokenSource#ONE_SOURCE_MESSAGE} knows. */
    private static final String ONE_SOURCE = "must have exactly one of secretRef, sha256, file and env";

    private final Environment environment;
    private final Verdict verdict;

    private PrincipalCheck(Environment environment, Verdict verdict) {
        this.environment = environment;
        this.verdict = verdict;
    }

    static void check(Declaration declaration, Environment environment, Verdict verdict) {
        var check = new PrincipalCheck(environment, verdict);
        check.tokens(declaration.tokens());
        check.issue(declaration.issue(), declaration.tokens());
        limits(declaration.limits(), "spec.limits", verdict);
        if (environment == Environment.DIRECTORY
                && !declaration.serviceAccounts().isEmpty()) {
            verdict.warn(
                    "spec.serviceAccounts",
                    "spec.serviceAccounts needs Kubernetes; here nobody authenticates by a ServiceAccount.");
        }
        check.serviceAccounts(declaration.serviceAccounts());
        check.allowListRefs(declaration.allowListRefs());
        RuleCheck.check(declaration.allow(), "spec.allow", verdict);
    }

    private void serviceAccounts(List<ServiceAccountRef> accounts) {
        if (accounts.size() > McpClientSpec.MAX_SERVICE_ACCOUNTS) {
            verdict.invalid(
                    "spec.serviceAccounts",
                    "spec.serviceAccounts has more than " + McpClientSpec.MAX_SERVICE_ACCOUNTS + " entries.");
        }
        var names = new HashSet<String>();
        for (int i = 0; i < accounts.size(); i++) {
            String path = "spec.serviceAccounts[" + i + "]";
            verdict.require(ObjectName.SYNTAX, accounts.get(i).name(), path + ".name");
            if (!names.add(accounts.get(i).name())) {
                verdict.invalid(path, path + " has the same name as an earlier one; keep one.");
            }
        }
    }

    private void allowListRefs(List<AllowListRef> refs) {
        if (refs.size() > McpClientSpec.MOST_LIST_REFS) {
            verdict.invalid(
                    "spec.allowListRefs",
                    "spec.allowListRefs has more than " + McpClientSpec.MOST_LIST_REFS + " entries.");
            return;
        }
        for (int i = 0; i < refs.size(); i++) {
            RefCheck.allowList(refs.get(i), "spec.allowListRefs[" + i + "]", verdict);
        }
    }

    private void tokens(List<TokenSource> tokens) {
        if (tokens.size() > McpClientSpec.MAX_TOKENS) {
            verdict.invalid(
                    "spec.tokens",
                    "spec.tokens has " + tokens.size() + " entries; at most " + McpClientSpec.MAX_TOKENS
                            + " are allowed.");
            return;
        }
        var names = new HashSet<String>();
        for (int i = 0; i < tokens.size(); i++) {
            String path = "spec.tokens[" + i + "]";
            token(tokens.get(i), path);
            verdict.require(TokenSource.NAME, tokens.get(i).name(), path + ".name");
            if (!names.add(tokens.get(i).name())) {
                verdict.invalid(path + ".name", path + " has the same name as an earlier token; give each its own.");
            }
        }
    }

    private void token(TokenSource token, String path) {
        long sources = Stream.of(token.secretRef(), token.sha256(), token.file(), token.env())
                .filter(Objects::nonNull)
                .count();
        if (environment.isCluster() && (token.file() != null || token.env() != null)) {
            verdict.require(false, path, TokenSource.OUTSIDE_MESSAGE);
        } else {
            verdict.require(sources == 1, path, environment.isCluster() ? TokenSource.ONE_SOURCE_MESSAGE : ONE_SOURCE);
        }
        if (token.secretRef() != null) {
            RefCheck.secret(token.secretRef(), path + ".secretRef", verdict);
        }
        if (token.sha256() != null) {
            verdict.require(TokenSource.DIGEST, token.sha256(), path + ".sha256");
        }
        if (token.notBefore() != null
                && token.expiresAt() != null
                && !token.notBefore().isBefore(token.expiresAt())) {
            verdict.invalid(path + ".expiresAt", path + " " + TokenSource.LIFETIME_MESSAGE + ".");
        }
    }

    private void issue(@Nullable IssuedToken issue, List<TokenSource> tokens) {
        if (issue == null) {
            return;
        }
        for (int i = 0; i < tokens.size(); i++) {
            verdict.require(
                    !RESERVED_NAMES.contains(tokens.get(i).name()),
                    "spec.tokens[" + i + "].name",
                    IssuedToken.RESERVED_MESSAGE);
        }
        Duration rotateEvery = issue.rotateEvery();
        verdict.require(ObjectName.SYNTAX, issue.secretName(), "spec.issue.secretName");
        verdict.require(
                rotateEvery == null || rotateEvery.compareTo(issue.overlap()) > 0,
                "spec.issue.rotateEvery",
                IssuedToken.ROTATION_MESSAGE);
        if (environment == Environment.DIRECTORY) {
            verdict.warn("spec.issue", "spec.issue needs Kubernetes; here nobody issues tokens.");
        }
    }

    static void limits(@Nullable ClientLimits limits, String path, Verdict verdict) {
        if (limits != null) {
            verdict.require(ClientLimits.REQUESTS_PER_MINUTE, limits.requestsPerMinute(), path + ".requestsPerMinute");
            verdict.require(ClientLimits.MAX_CONCURRENT, limits.maxConcurrent(), path + ".maxConcurrent");
        }
    }
}
